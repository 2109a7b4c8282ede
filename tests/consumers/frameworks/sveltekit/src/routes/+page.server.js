import { load as loadNewslight } from "newslight";

export async function load() {
  const { annotate } = await loadNewslight();
  return { speaker: annotate("“It is done,” Ana Ruiz said.").quotes[0].speaker.name };
}
