import "newslight/element.js";
import { load } from "newslight";

const newslight = await load();
window.found = newslight.annotate("“It is done,” Ana Ruiz said.");
