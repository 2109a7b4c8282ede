// A page that is longer than any reader wants.

/** A page of about a megabyte, made inside the page. */
export const MEGABYTE = () => {
  const people = ["Ana Ruiz", "Ben Okri", "Chen Wei", "Dana Levy", "Edward Stone"];
  const article = document.createElement("article");
  for (let i = 0, length = 0; length < 1_000_000; i++) {
    const paragraph = document.createElement("p");
    const words = `“We will finish house number ${i} before the winter,” ${people[i % 5]} said in Lisbon on Monday. The street was quiet that day, and few of the neighbours had come to see the old harbour wall. `;
    paragraph.append(words, Object.assign(document.createElement("b"), { textContent: `${people[(i + 2) % 5]} was there.` }));
    length += paragraph.textContent.length;
    article.append(paragraph);
  }
  document.body.replaceChildren(article);
};
