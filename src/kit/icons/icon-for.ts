/** Which icon stands for an occupation, as data: the first keyword found in the name decides. */

import { slug } from "../../base/vietnamese/slug.ts";
import { ICON_NAMES, type IconName } from "./names.ts";

/** Narrow meanings before wide ones: “điện lạnh” before “điện”, “máy tính” before “máy”. */
const KEYWORDS: readonly (readonly [keywords: string, icon: IconName])[] = [
  // “Tiếng Hàn” is no welding.
  ["tiếng|ngoại ngữ|phiên dịch|biên dịch|anh văn", "languages"],
  ["máy lạnh|điện lạnh|điều hòa|nhiệt lạnh", "snowflake"],
  ["ô tô|oto|lái xe", "car"],
  ["xe máy|mô tô|xe đạp", "bike"],
  ["logistics|vận tải|giao nhận|kho", "truck"],
  ["tàu|thuyền|hàng hải|thủy thủ|máy thủy|đường thủy", "ship"],
  ["hàng không", "plane"],
  ["xúc|ủi|máy nông|nông cơ|máy kéo|máy thi công", "tractor"],
  ["nâng hạ|cẩu|cần trục", "forklift"],
  ["năng lượng|điện mặt trời|mặt trời|tái tạo", "solar-panel"],
  ["điện gió", "wind"],
  ["cơ điện tử|tự động|robot|điều khiển", "bot"],
  ["điện tử|vi mạch|bán dẫn", "cpu"],
  ["điện nước|cấp thoát nước|nước", "droplets"],
  ["điện", "plug-zap"],
  ["hàn", "flame"],
  ["cắt gọt|cơ khí|tiện|phay|cnc|chế tạo|khuôn", "cog"],
  ["mộc|nội thất|gỗ", "hammer"],
  ["xây dựng|nề|công trình|trắc địa|cầu đường", "hard-hat"],
  ["kiến trúc|vẽ kỹ thuật", "pencil-ruler"],
  ["lập trình|phần mềm|web", "code"],
  ["mạng", "network"],
  ["đồ họa|mỹ thuật|thiết kế", "palette"],
  ["truyền thông|phim|dựng|video", "clapperboard"],
  ["viễn thông|phát thanh", "radio"],
  ["máy tính|tin học|công nghệ thông tin|cntt|thương mại điện tử", "laptop"],
  ["chế biến món ăn|nấu ăn|bếp|ẩm thực", "chef-hat"],
  ["bánh", "cake"],
  ["pha chế|đồ uống|bar", "coffee"],
  ["nhà hàng|phục vụ bàn", "utensils"],
  ["khách sạn|lưu trú|lễ tân|buồng", "concierge-bell"],
  ["hướng dẫn|du lịch|lữ hành", "compass"],
  ["chăm sóc sắc đẹp|thẩm mỹ|trang điểm|spa", "sparkles"],
  ["tóc", "scissors"],
  ["may|thời trang|da giày", "shirt"],
  ["kim hoàn|trang sức", "gem"],
  ["điều dưỡng|y sĩ|y tế|hộ sinh|y học|phục hồi", "heart-pulse"],
  ["dược", "pill"],
  ["xét nghiệm|hóa|môi trường", "flask-conical"],
  ["công tác xã hội|người cao tuổi|chăm sóc", "hand-helping"],
  ["mầm non|trẻ", "baby"],
  ["thủy sản|nuôi trồng|hải sản", "fish"],
  ["thú y|chăn nuôi", "paw-print"],
  ["trồng trọt|bảo vệ thực vật|nông nghiệp|khuyến nông", "sprout"],
  ["lâm|rừng", "trees"],
  ["hoa|cây cảnh", "flower"],
  ["thực phẩm|lương thực|chế biến", "wheat"],
  ["kế toán|kiểm toán", "calculator"],
  ["tài chính|ngân hàng|thuế", "landmark"],
  ["marketing|quảng cáo", "megaphone"],
  ["bán hàng|siêu thị|thương mại|bán lẻ", "shopping-cart"],
  ["kinh doanh|quản trị|doanh nghiệp", "chart-line"],
  ["văn phòng|hành chính|văn thư|thư ký|pháp luật", "file-text"],
  ["nhạc|thanh nhạc|nghệ thuật|múa", "piano"],
  ["thể thao|thể dục", "dumbbell"],
  ["bảo vệ|an ninh|phòng cháy|an toàn", "shield"],
  ["cơ điện|bảo trì|sửa chữa|kỹ thuật máy|máy", "settings"],
  ["công nghệ", "cpu"],
];

const FALLBACK: IconName = "wrench";

/** Compared by syllables without marks, so that NFD input or a lost accent does not change the picture. */
const spaced = (text: string) => `-${slug(text)}-`;
const INDEX = KEYWORDS.map(([keywords, icon]) => ({
  icon,
  keys: keywords.split("|").map((word) => ({ word, key: spaced(word) })),
}));

/** The icon of an occupation: by its accented words first, then by syllables without marks. */
export function iconFor(programmeName: string): IconName {
  const lower = ` ${programmeName
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const accented = INDEX.find(({ keys }) => keys.some(({ word }) => lower.includes(` ${word} `)));
  if (accented) return accented.icon;
  const plain = spaced(programmeName);
  // Without marks, one syllable means too many things (“hàn”, “hạn”); only whole phrases count.
  return (
    INDEX.find(({ keys }) => keys.some(({ word, key }) => word.includes(" ") && plain.includes(key)))?.icon ??
    FALLBACK
  );
}

export const isIconName = (name: string): name is IconName =>
  (ICON_NAMES as readonly string[]).includes(name);
