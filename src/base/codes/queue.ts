/** Codes of many machines. */

import type { CodeEntry } from "./entry.ts";

export const QUEUE_CODES = {
  "queue.bad-address": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Địa chỉ hàng đợi “{address}” không dùng được.",
    en: "The queue address “{address}” cannot be used.",
    hintVi:
      "Viết dạng redis://:mật-khẩu@máy:6379/0, hoặc rediss:// nếu mã hóa đường truyền; trong mật khẩu, @ # / : viết là %40 %23 %2F %3A.",
    hintEn:
      "Write redis://:password@host:6379/0, or rediss:// for an encrypted connection; in the password, @ # / : are written %40 %23 %2F %3A.",
  },
  "queue.unreachable": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "Không kết nối được Redis tại {address}: {reasonVi}.",
    en: "Cannot reach Redis at {address}: {reason}.",
    hintVi: "Kiểm tra Redis đã chạy, địa chỉ, mật khẩu và tường lửa.",
    hintEn: "Check that Redis runs, its address, password and firewall.",
  },
  "queue.refused": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "Redis từ chối lệnh: {reasonVi}.",
    en: "Redis refuses a command: {reason}.",
    hintVi: "Sửa Redis, rồi chạy lại lệnh: việc đã xong được nhận, không dựng lại.",
    hintEn: "Mend Redis and run the command again: what is finished is taken over, not made again.",
  },
  "queue.lost": {
    severity: "warning",
    fault: "internal",
    http: 503,
    vi: "Không dùng được Redis: {reasonVi}. Đang chờ.",
    en: "Redis cannot be used: {reason}. Waiting for it.",
    hintVi: "Redis dùng lại được thì tự đi tiếp, không cần làm gì ở đây.",
    hintEn: "The work goes on by itself as soon as it can; nothing needs to be done here.",
  },
  "queue.no-worker": {
    severity: "warning",
    fault: "internal",
    http: 503,
    vi: "Không có máy dựng nào nối vào hàng đợi.",
    en: "No worker is connected to the queue.",
    hintVi:
      "Chạy “anpham worker --queue …” với cùng địa chỉ này trên ít nhất một máy; việc đang chờ sẽ đi tiếp.",
    hintEn:
      "Start “anpham worker --queue …” with this same address on at least one machine; what waits goes on then.",
  },
  "queue.other-engine": {
    severity: "error",
    fault: "internal",
    http: 409,
    vi: "Máy “{worker}” không cho ra cùng bản in với máy giao việc: khác nhau ở {parts}.",
    en: "The worker “{worker}” would not render the same bytes as the machine that asked: {parts} differ.",
    hintVi:
      "Cài cùng phiên bản, chép cùng bộ nhận diện, phông chữ và mẫu, khởi động lại máy dựng rồi chạy lại lệnh.",
    hintEn:
      "Install the same version, copy the same brand, fonts and templates, restart the worker and run the command again.",
  },
  "queue.picture-differs": {
    severity: "error",
    fault: "internal",
    http: 409,
    vi: "Máy dựng không thấy đúng tệp ảnh “{file}”.",
    en: "The worker does not see the same picture “{file}”.",
    hintVi:
      "Để ảnh trong thư mục chung, dùng đường dẫn tuyệt đối giống nhau trên mọi máy, rồi chạy lại lệnh.",
    hintEn:
      "Keep pictures in a shared folder under the same absolute path on every machine and run the command again.",
  },
  "queue.bad-message": {
    severity: "error",
    fault: "internal",
    http: 409,
    vi: "Máy “{worker}” không đọc được việc này: hai bên khác phiên bản anpham.",
    en: "The worker “{worker}” cannot read this job: the versions of anpham differ.",
    hintVi: "Cài cùng phiên bản trên mọi máy rồi chạy lại lệnh.",
    hintEn: "Install the same version everywhere and run the command again.",
  },
  "queue.poison-job": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Việc này đã làm máy dựng chết {deaths} lần nên bị để riêng, không thử nữa.",
    en: "This job ended its worker {deaths} times and is put aside; it is not tried again.",
    hintVi:
      "Thường do hết bộ nhớ vì ảnh hoặc nội dung quá lớn: sửa dòng đó, hoặc giảm số luồng. Việc trên Redis thử lại được bằng anpham queue retry.",
    hintEn:
      "Usually out of memory, with a picture or text that is far too large: mend the row, or use fewer workers. A job on Redis is tried again with anpham queue retry.",
  },
  "queue.job-failed": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Việc không làm được sau nhiều lần thử: {reason}.",
    en: "The job failed after several attempts: {reason}.",
    hintVi: "Xem nguyên nhân, rồi chạy lại lệnh.",
    hintEn: "Look into the reason, then run the command again.",
  },
  "store.bad-address": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Địa chỉ kho “{address}” không dùng được.",
    en: "The store address “{address}” cannot be used.",
    hintVi:
      "Dùng một thư mục, hoặc s3://bucket/prefix?endpoint=https://…&region=…; khóa truy cập đặt trong biến môi trường.",
    hintEn:
      "Use a folder, or s3://bucket/prefix?endpoint=https://…&region=…; access keys belong in the environment.",
  },
  "store.cannot-write": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "Không ghi được “{name}” vào kho {store}: {reasonVi}.",
    en: "Cannot write “{name}” to the store {store}: {reason}.",
    hintVi: "Kiểm tra kho, quyền ghi và dung lượng, rồi chạy lại lệnh.",
    hintEn: "Check the store, its permissions and free space, then run the command again.",
  },
  "store.cannot-read": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "Không đọc được “{name}” từ kho {store}: {reasonVi}.",
    en: "Cannot read “{name}” from the store {store}: {reason}.",
    hintVi: "Kiểm tra kho và quyền đọc, rồi chạy lại lệnh.",
    hintEn: "Check the store and its permissions, then run the command again.",
  },
  "store.missing-file": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "Trong kho không có “{name}” mà máy dựng đã gửi.",
    en: "The store does not have “{name}”, which a worker handed over.",
    hintVi: "Máy giao việc và máy dựng phải dùng chung một kho: kiểm tra --store.",
    hintEn: "The run and its workers must use one store: check --store.",
  },
  "store.wrong-content": {
    severity: "error",
    fault: "internal",
    http: 503,
    vi: "“{name}” trong kho không giống tệp máy dựng đã gửi.",
    en: "“{name}” in the store is not what the worker handed over.",
    hintVi: "Kiểm tra kho: tệp hỏng hoặc bị chương trình khác ghi đè.",
    hintEn: "Check the store: the file is damaged or something else wrote over it.",
  },
} as const satisfies Record<string, CodeEntry>;
