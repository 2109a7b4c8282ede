// A server component: it annotates on the server, and the story of the recipe reads in the browser.
import Link from "next/link";
import { load } from "newslight";
import { Story } from "./story";

export default async function Page() {
  const { annotate } = await load();
  const { quotes } = annotate("“It is done,” Ana Ruiz said.");
  return (
    <main>
      <p id="server">{quotes[0].speaker?.name}</p>
      <Story>
        <h1>Elm builds a bridge</h1>
        <p>“The bridge will open in May,” said Ana Ruiz, the mayor of Elm.</p>
        <p>Ruiz said that the town had waited long enough.</p>
      </Story>
      <Link href="/about">Next</Link>
    </main>
  );
}
