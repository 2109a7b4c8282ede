// The element in JSX; it is only checked, never run.

import "newslight/element.js";
import type { KnownName } from "newslight";

const names: readonly KnownName[] = [{ name: "Ana Ruiz", type: "person", aliases: ["Mayor Ruiz"] }];

export const story = (
  <main>
    <article>“It is done,” said Ana Ruiz.</article>
    <news-light for="article" panel="drawer" theme="line" lexicon={names} ignore={["May"]} min-confidence={0.8} observe />
  </main>
);

// @ts-expect-error there is no such theme
export const wrong = <news-light theme="gold" />;
