// Kinds of pages that newsrooms make beside plain articles: what is read of each, and who says what.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";

let guests, page;
before(async () => {
  guests = await openGuests();
  page = await guests.open("");
});
after(() => guests.close());

const SAYS = "“The quay will be ready in June,” said Nora Field, who chairs the port of Kelso.";
const QUOTE = ["“The quay will be ready in June,”", "Nora Field"];
const line = (number) => `Line ${number} of the report: the board of the port met on Monday, and after a long evening, with many speakers, it chose the cheaper of two quays.`;
const p = (...lines) => lines.map((words) => `<p>${words}</p>`).join("");
const HEAD = "Kelso builds a quay";
const REST = [1, 2, 3, 4].map(line);
const BODY = p(SAYS, ...REST);
const PLAIN = { text: [HEAD, SAYS, ...REST], says: [QUOTE] };
const amid = (html) => `<article><h1>${HEAD}</h1>${p(SAYS, line(1))}${html}${p(...REST.slice(1))}</article>`;
const speech = (name, words) => `<p><strong>${name}:</strong> ${words}</p>`;
const shown = (name, words) => `${name}: ${words}`;
const TALK = [["Ines Roth", "When will the quay that the storm took be ready for the boats again?"], ["Nora Field", "In June, if the weather holds, and the town has waited long enough for it."], ["Ines Roth", "And who pays for all of this, now that the state has left the project?"], ["Nora Field", "The town pays for one half of it, and the port has to find the other half."]];

const CASES = {
  "a live blog in sections, each with a time and a heading": {
    html: `<main><h1>Kelso votes: live</h1><section><time>10:42</time><h2>Doors open</h2><p>“We are ready,” said Nora Field.</p></section><section><time>11:15</time><h2>A complaint</h2><p>Omar Reyes said that two boxes were open. “That is a scandal,” he said.</p></section></main>`,
    text: ["Kelso votes: live", "10:42", "Doors open", "“We are ready,” said Nora Field.", "11:15", "A complaint", "Omar Reyes said that two boxes were open. “That is a scandal,” he said."],
    says: [["“We are ready,”", "Nora Field"], ["that two boxes were open", "Omar Reyes"], ["“That is a scandal,”", "Omar Reyes"]],
  },
  "a newsletter in tables within tables": { ...PLAIN, html: `<table><tr><td><table width="600"><tr><td><a href="/web">View in browser</a></td></tr><tr><td><h1>${HEAD}</h1></td></tr><tr><td><table><tr><td>${BODY}</td></tr></table></td></tr><tr><td><table><tr><td><a href="/u">Unsubscribe</a> <a href="/p">Privacy</a></td></tr><tr><td>The Kelso Times, 4 Quay Street</td></tr></table></td></tr></table></td></tr></table>` },
  "a paywall that fades out, with its offer": {
    html: `<article><h1>${HEAD}</h1><div class="teaser-content" style="mask-image: linear-gradient(black, transparent)">${p(SAYS, line(1), line(2))}</div><div class="paywall-box"><h3>Subscribe to read on</h3><p>Full access for one euro a week. Cancel whenever you like.</p><ul><li>All articles</li><li>The paper as an app</li></ul></div></article>`,
    text: [HEAD, SAYS, line(1), line(2)], says: [QUOTE],
  },
  "questions and answers in a list of definitions": {
    html: `<article><h1>Ask the harbour master</h1>${p(line(1))}<dl><dt>When will it be ready?</dt><dd>In June, if the weather holds.</dd><dt>Who pays?</dt><dd>Nora Field said that the port would pay half. “The town pays the rest,” she said.</dd></dl></article>`,
    text: ["Ask the harbour master", line(1), "When will it be ready?", "In June, if the weather holds.", "Who pays?", "Nora Field said that the port would pay half. “The town pays the rest,” she said."],
    says: [["that the port would pay half", "Nora Field"], ["“The town pays the rest,”", "Nora Field"]],
  },
  "a story in pictures with long captions and credits": {
    html: `<article><h1>A year on the quay</h1>${p(line(1))}${["Nora Field, who chairs the port, looks at the wall on Monday. “It held,” she said.", "Omar Reyes mends his nets behind the old hall, where four boats are left of forty."].map((words) => `<figure><div style="height: 200px"></div><figcaption>${words} <span class="credit">Photograph: Paul Amadi/Kelso Times</span></figcaption></figure>`).join("")}${p(line(2))}</article>`,
    text: ["A year on the quay", line(1), "Nora Field, who chairs the port, looks at the wall on Monday. “It held,” she said.", "Omar Reyes mends his nets behind the old hall, where four boats are left of forty.", line(2)],
    says: [["“It held,”", "Nora Field"]],
  },
  "results of an election and a ticker above": { ...PLAIN, html: `<div class="election-results-bar"><table><tr><th>Field</th><th>Reyes</th></tr><tr><td>51.2%</td><td>48.8%</td></tr></table></div><div class="breaking"><span>BREAKING</span> <a href="/b">Ferry aground off Merrow</a></div><article><h1>${HEAD}</h1>${BODY}</article>` },
  "a podcast with its transcript": {
    html: `<article><h1>The quay, episode 4</h1><p>Who pays for the quay, and why did it take nine years to build it?</p><details open>${TALK.map((one) => speech(...one)).join("")}</details></article>`,
    text: ["The quay, episode 4", "Who pays for the quay, and why did it take nine years to build it?", ...TALK.map((one) => shown(...one))],
    says: TALK.map(([name, words]) => [words, name]),
  },
  "comments that are articles themselves": { ...PLAIN, html: `<main><article><h1>${HEAD}</h1>${BODY}</article><div class="discussion"><h2>42 replies</h2>${["Tom H", "Quaylover", "Ann B"].map((name) => `<article class="reply"><header><b>${name}</b> <time>3 May</time></header><p>Nora Field is a liar, and the port has been lying to the town for as long as I live here, which is forty years.</p></article>`).join("")}</div></main>` },
  "a voice that reads the article": { ...PLAIN, html: `<article><h1>${HEAD}</h1><div class="audio-player-wrap"><button>Listen</button><span>4 min</span><p>This article is read by a synthetic voice.</p></div>${BODY}</article>` },
  "a poll in the middle": { ...PLAIN, html: amid('<fieldset><legend>Should the town pay for the quay?</legend><label><input type="radio"> Yes, says Nora Field</label><label><input type="radio"> No, says Omar Reyes</label><button>Vote</button></fieldset>') },
  "a poll in the middle, by its class": { ...PLAIN, html: amid('<div class="poll"><h3>Should the town pay for the quay?</h3><p>Yes, says Nora Field</p><p>No, says Omar Reyes</p></div>') },
  "a quiz in the middle": { ...PLAIN, html: amid('<div class="news-quiz"><p>Who said that the ferry was “a coffin”?</p><ol><li>Nora Field</li><li>Omar Reyes</li></ol></div>') },
  "a box of facts between a quote and the next": {
    html: `<article><h1>${HEAD}</h1>${p(...REST.slice(0, 3), SAYS)}<div class="factbox"><h3>The port</h3><p>Founded in 1880 by Paul Amadi, it has 400 workers.</p></div>${p("“It is late,” she added.")}</article>`,
    text: [HEAD, ...REST.slice(0, 3), SAYS, "“It is late,” she added."], says: [QUOTE, ["“It is late,”", "Nora Field"]],
  },
  "a headline in two languages": { ...PLAIN, html: `<article><h1>${HEAD}</h1><h1 lang="gd">Tha Kelso a' togail cidhe</h1>${BODY}</article>` },
  "a paragraph that says that it is in another language": { ...PLAIN, html: amid('<p lang="fr-CA">« Le quai sera prêt en juin », a dit Nora Field à Kelso.</p>') },
  "paragraphs that say that they are in English": { ...PLAIN, html: `<article><h1 lang="en-GB">${HEAD}</h1>${BODY.replaceAll("<p>", '<p lang="EN_us">')}</article>` },
  "foreign words in an English sentence": { html: `<article><h1>${HEAD}</h1>${p(SAYS.replace("quay", '<i lang="fr">quai</i>'), ...REST)}</article>`, text: [HEAD, SAYS.replace("quay", "quai"), ...REST], says: [[QUOTE[0].replace("quay", "quai"), QUOTE[1]]] },
};

for (const [name, { html, text, says }] of Object.entries(CASES)) {
  test(`newsrooms: ${name}`, async () => {
    const found = await page.evaluate((html) => {
      document.body.innerHTML = html;
      const highlighting = guest.newslight.highlight(document);
      const { text, annotations: { entities, quotes } } = highlighting;
      const said = quotes.filter(({ kind }) => kind !== "scare").map(({ content, speaker }) => [content.map(({ start, end }) => text.slice(start, end)).join(" … "), speaker && (entities[speaker.entity] ?? speaker).name]);
      highlighting.remove();
      return { text: text.split("\n\n"), said };
    }, html);
    assert.deepEqual(found.text, text);
    assert.deepEqual(found.said, says);
    assert.deepEqual(page.faults, []);
  });
}
