/** The same as anpham.mjs with the default profile: RGB, as the other contenders write. */

import { anpham } from "./anpham.mjs";

export default anpham("web");
