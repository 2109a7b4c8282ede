import { load } from "newslight";

export default defineEventHandler(async () => {
  const { annotate } = await load();
  return { speaker: annotate("“It is done,” Ana Ruiz said.").quotes[0].speaker.name };
});
