// The packages of www/node_modules.

import { createRequire } from "node:module";

export const require = createRequire(new URL("../../../www/package.json", import.meta.url));
