// How the dialog of <news-light edit> looks, in the layer of the panel.

export const editorStyles = `
.editor {
  position: fixed;
  inset: auto auto 1em 1em;
  z-index: var(--layer);
  box-sizing: border-box;
  inline-size: min(27em, 100vw - 2em);
  max-block-size: min(34em, 70vh);
  margin: 0;
  padding: 12px 14px 14px;
  overflow-y: auto;
  overscroll-behavior: contain;
  color: var(--text);
  background: var(--surface);
  border: 1px solid var(--border);
  border-radius: var(--newslight-radius, 10px);
  box-shadow: 0 2px 24px rgb(0 0 0 / 0.22);
  font: var(--newslight-font, 0.9375em/1.45 system-ui, sans-serif);
}

.editor * {
  box-sizing: border-box;
}

.editor :is(.bar, .choices) {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
  align-items: center;
}

.editor .title {
  flex: 1 1 100%;
}

.editor .bar + .bar {
  flex-wrap: nowrap;
  margin-block-start: 10px;
}

.editor .bar label {
  flex: 1;
  grid-template-columns: minmax(0, 1fr);
  margin: 0;
}

.editor :is(.bar, .choices) button {
  padding: 4px 9px;
  border: 1px solid var(--border);
  font-size: 0.8667em;
}

.editor button:hover:not(:disabled) {
  background: var(--raised);
}

.editor button:disabled {
  color: var(--muted);
  border-style: dashed;
  cursor: default;
}

.editor button.right {
  background: var(--text);
  color: var(--surface);
}

.editor button.right:hover {
  background: var(--muted);
}

.editor label {
  display: grid;
  grid-template-columns: 6.2em minmax(0, 1fr);
  gap: 8px;
  align-items: center;
  margin-block-start: 7px;
  font-size: 0.9333em;
}

.editor :is(select, input) {
  inline-size: 100%;
  min-inline-size: 0;
  min-block-size: 32px;
  padding: 4px 8px;
  color: var(--text);
  background: var(--surface);
  border: 1px solid var(--border);
  border-radius: 6px;
  font: inherit;
}

.editor blockquote {
  max-block-size: 6.5em;
  margin: 10px 0 2px;
  padding-inline-start: 10px;
  overflow-y: auto;
  border-inline-start: 3px solid var(--accent);
  font-family: var(--newslight-quote-font, Georgia, serif);
}

.editor :is(.facts, .status, .keys) {
  margin: 4px 0 0;
  color: var(--muted);
  font-size: 0.8667em;
}

.editor .choices {
  margin-block-start: 10px;
}

.editor fieldset {
  margin: 12px 0 0;
  padding: 0 0 4px;
  border: 0;
  border-block-start: 1px solid var(--border);
}

.editor legend {
  padding: 8px 0 0;
  font-weight: 600;
  font-size: 0.9333em;
}

@media (max-width: 40rem) {
  .editor {
    inset: auto 0 0 0;
    inline-size: 100vw;
    max-block-size: 58vh;
    border-radius: 12px 12px 0 0;
    border-width: 1px 0 0;
  }
}

@media (pointer: coarse) {
  .editor :is(button, select, input) {
    min-block-size: 44px;
  }
}
`;
