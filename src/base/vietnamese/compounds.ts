/**
 * Words of two syllables that read badly when a line ends in their middle. A break there is not forbidden, only
 * dearer: in a narrow column it may be the lesser evil.
 */

const COMPOUNDS = new Set(
  `an toàn|âm nhạc|ẩm thực|bán hàng|bảo dưỡng|bảo hiểm|bảo trì|bảo vệ|bắt đầu|bệnh viện|biên dịch|biểu dương|cao đẳng
cần trục|cắt gọt|cấp thoát|chăm sóc|chăn nuôi|chất lượng|chế biến|chế tạo|chỉ tiêu|chính quy|chính sách|chủ nhật|chuyển đổi|chuyên nghiệp
chương trình|có thể|công lập|công nghệ|công nghiệp|công tác|công trình|cơ điện|cơ hội|cơ khí|cơ quan|cơ sở|cộng đồng|dân dụng
dân tộc|dinh dưỡng|doanh nghiệp|du lịch|dược sĩ|dịch vụ|đa khoa|đa năng|đại học|đào tạo|đánh giá|đăng ký|điện lạnh|điện lực|điện tử|điều dưỡng|điều hành|điều hòa|điều khiển
địa chỉ|địa phương|đồ họa|đồng hành|động lực|đường bộ|giao thông|giáo dục|giáo viên|giới thiệu|gia đình|hàn quốc|hàng hải|hàng không|hành chính|hệ thống|hiện đại|hỗ trợ
hồ sơ|hội nhập|hộ sinh|học bổng|học nghề|học phí|học sinh|học tập|học viên|hợp tác|hướng dẫn|hướng nghiệp|kế toán|kết nối|khách sạn|khám phá|khai thác|khởi nghiệp
không khí|khu phố|khuyến nông|kiến thức|kiến trúc|kim loại|kinh doanh|kinh tế|kỹ năng|kỹ nghệ|kỹ sư|kỹ thuật|ký túc|lao động|lái xe|lắp đặt|lắp ráp|lâm nghiệp|lập nghiệp|lập thân|lập trình|liên huyện|liên thông
liên hệ|linh hoạt|lưu trú|máy lạnh|máy tính|mầm non|mặt trời|miễn phí|môi trường|mỹ thuật|nâng cao|nâng tầm|năng lực|năng lượng|nghề nghiệp|nghệ thuật|nghỉ dưỡng|nghiệp vụ
ngoại ngữ|ngôi trường|người học|nhà hàng|nhà máy|nhà nước|nhà trường|nhân dân|nhân lực|nông dân|nông nghiệp|nông thôn|nuôi trồng|pha chế|phát triển|pháp luật|phần mềm|phổ thông|phòng trị|phục hồi|phục vụ|phụ huynh
quản lý|quản trị|quân đội|quân sự|quốc gia|quốc tế|quy định|sản xuất|sáng tạo|sắc đẹp|sẵn sàng|sinh viên|sơ cấp|sức khỏe|sửa chữa|tài chính|tạo mẫu|tay nghề|thanh niên|tham quan|thành phố|thành công|thẩm mỹ
thế giới|thị trấn|thị xã|thi công|thi đấu|thi đua|thiết bị|thiết kế|thịnh vượng|thông tin|thời trang|thủ công|thủy sản|thú y|thực hành|thực học|thực phẩm|thực tập|thực vật|thương mại|thường xuyên|tiêu chuẩn|tin học|tốt nghiệp|tổng hợp|trách nhiệm
trải nghiệm|trang điểm|trình độ|trồng trọt|trung cấp|trung học|trung tâm|truyền thông|trực tiếp|trực tuyến|tư vấn|tự động|tương lai|tươi sáng|tuyên dương|tuyển dụng|tuyển sinh|ủy ban|ứng dụng|văn hóa|văn phòng
vận hành|vận tải|vật liệu|vi mạch|viễn thông|việc làm|xây dựng|xã hội|xét nghiệm|xét tuyển|xuất khẩu|xuất sắc|y học|y tế|yêu cầu`
    .split(/[|\n]/u)
    .map((word) => word.trim()),
);

const bare = (word: string) => word.replace(/[^\p{L}]/gu, "").toLocaleLowerCase("vi");
const isCapitalised = (word: string) => /^\p{Lu}\p{Ll}*$/u.test(word);

/**
 * What it costs to break a line between two neighbouring words, 0 for nothing to 1 for the middle of a word.
 * Punctuation between them makes any break free.
 */
export function breakCost(before: string, after: string): number {
  if (/[^\p{L}\p{N}]$/u.test(before)) return 0;
  if (COMPOUNDS.has(`${bare(before)} ${bare(after)}`)) return 1;
  // Two capitalised syllables are most often parts of one name.
  return isCapitalised(before) && isCapitalised(after.replace(/[^\p{L}]+$/u, "")) ? 0.8 : 0;
}
