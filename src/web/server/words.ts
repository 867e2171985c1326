/** What the form calls fields where a column's name would be too terse, and what it says under them. */

import type { GroupId } from "../../run/fields/field-groups.ts";

export const GROUP_ORDER: readonly GroupId[] = [
  "person",
  "award",
  "invitation",
  "message",
  "event",
  "programmes",
  "contact",
  "pictures",
  "institution",
  "handbook",
];

export const LABELS: Readonly<Record<string, string>> = {
  "message.text": "Thông điệp chính",
  "message.overline": "Dòng nhỏ trên thông điệp",
  "message.headline.emphasis": "Phần thông điệp tô màu nổi",
  badge: "Nhãn trên cùng",
  lead: "Lời dẫn",
  callToAction: "Lời kêu gọi",
  enrolmentPeriod: "Thời gian nhận hồ sơ",
  "event.name": "Tên sự kiện",
  "event.date": "Ngày tổ chức",
  "event.time": "Giờ bắt đầu",
  "event.place": "Địa điểm",
  programmes: "Danh sách nghề",
  programmesTitle: "Tiêu đề trên danh sách nghề",
  benefits: "Quyền lợi người học",
  "contact.facebook": "Trang Facebook",
  "contact.website": "Trang web",
  "contact.zalo": "Zalo",
  "contact.email": "Thư điện tử",
  qr: "Mã QR mở trang nào",
  "photo.file": "Ảnh",
  "institution.name": "Tên trường",
  "institution.logo": "Logo của trường",
  "institution.monogram": "Chữ viết tắt, khi chưa có logo",
};

export const HINTS: Readonly<Record<string, string>> = {
  "message.text": "Câu lớn nhất trên ấn phẩm. Ngắn thì đọc được từ xa.",
  badge: "Cho biết dịp gì, ví dụ “Tuyển sinh 2026”.",
  lead: "Một, hai câu ngay dưới thông điệp.",
  callToAction: "Việc bạn muốn người đọc làm.",
  programmesTitle: "Để trống thì máy tự đếm: “12 nghề đang tuyển sinh”.",
  "contact.phones": "Số đầu tiên in lớn nhất.",
  "contact.website": "Không cần gõ https://",
  qr: "Người xem quét mã bằng điện thoại sẽ mở trang này.",
  "photo.file": "Không có ảnh vẫn đẹp. Ảnh chụp thật của trường là tốt nhất.",
  "institution.logo": "SVG hoặc PNG nền trong suốt cho nét nhất.",
};
