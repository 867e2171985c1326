/**
 * Words of two syllables, and what longer words have of them (“hợp tác xã” is “hợp tác” and “tác xã”): a first syllable,
 * then each that follows it. Words of this field and of the everyday language around it; lines are in no special order.
 */
export const COMPOUND_ROWS = `
an dưỡng khang ninh sinh toàn tâm|anh chị dũng em hùng|ba mẹ|ban giám ngành tổ đầu|bao bì giờ gồm lâu nhiêu|bay bổng
biên bản chế dịch giới soạn|biến đổi động|biết ơn|biển báo hiệu đảo|biểu diễn dương hiện mẫu ngữ trưng tượng|biệt thự
buôn bán|buồng phòng|buổi chiều lễ sáng trưa tối|bà con|bài bản giảng học thi thơ tập viết|bàn bạc giao|bào chế|bác sĩ
bán hàng lẻ|bánh kẹo mì răng|báo chí cáo danh giá tin|bên cạnh ngoài trong|bìa sách
bình an minh quân thường tĩnh yên đẳng|bí quyết thư|băn khoăn|băng rôn|bơi lội|bưu chính điện
bước ngoặt tiến đi đường đầu|bạn bè đọc|bản lĩnh sao sắc thân vẽ đồ|bảng hiệu tin tính vàng điểm
bảo dưỡng hiểm hành hộ quản trì trợ tàng tồn vệ đảm|bất cứ kỳ ngờ động|bấy giờ lâu|bậc thang|bận rộn
bắt buộc kịp tay đầu|bằng chứng cách cấp khen lòng|bến tàu xe|bếp núc|bền bỉ chặt vững|bệnh nhân tật viện
bố cục mẹ trí|bồi dưỡng|bổ nhiệm sung túc ích|bộ máy môn ngành phận đội|bội số|bờ biển|bởi vì|bụi bặm|bữa ăn
cam kết đoan|canh tác|cao bằng cấp nguyên nhất quý su tuổi tốc điểm đẳng|cha mẹ|chai lọ|chi nhánh phí tiêu tiết trả
chia sẻ tay|chim én|chiêm nghiệm|chiêu sinh|chiến dịch lược sĩ thắng|chiếu cố phim sáng|chiều cao dài rộng
cho biết dù phép|chu cấp kỳ đáo đình|chung cư kết quanh tay thủy
chuyên cần dùng gia khoa môn nghiệp ngành sâu trách tâm viên đề|chuyến bay tàu xe đi|chuyền sản
chuyển biến giao khoản phát tiếp đổi|chuyện trò|chuẩn bị mực xác đoán đầu|chuồng trại|chuỗi cung|chào mừng đón
châm cứu ngôn|chân dung lý thành thật thực|châu lục á âu|chìa khóa|chí hướng
chính khóa phủ quy quyền sách thức trị xác đáng|chú thích trọng ý|chúc mừng tết|chúng em mình ta tôi
chăm bón chỉ lo ngoan sóc|chăn nuôi|chưa từng|chương trình|chạm khắc|chấm công dứt điểm|chấp hành nhận thuận
chất liệu lượng vấn|chẩn đoán|chắc chắn tay|chế biến phẩm tác tạo độ|chỉ dẫn huy số tiêu đạo|chỉnh sửa|chị em
chịu khó trách đựng|chọn lọc lựa nghề trường|chỗ làm ngồi ở|chợ búa đêm|chụp ảnh
chủ chốt lực nghĩa nhiệm nhà nhân nhật quyền quản trì trương tịch yếu đầu đề động|chức danh nghiệp năng vụ
chứng chỉ khoán kiến minh nhận thực từ|chữ nhật|co giãn|con cháu cái em gái người số trai đường|cung cách cấp ứng
cuối cùng khóa năm tuần|cuộc gặp sống thi đời|cà phê|cài áo đặt|càng ngày|cá nhân tính|cách mạng thức|cán bộ|cáp quang
cân bằng nhắc nặng đối|câu chuyện hỏi lạc đố|cây trồng xanh ăn|có lẽ mặt thể ích|cô giáo
công an bằng chúng chức chứng cộng cụ dân khai lao lý lập nghiệp nghệ nhân nhận phu suất sản sở sức thương thức trình trường ty tác tơ tư viên việc vụ ích đoàn đoạn ước
cùng lúc nhau|căn bản cứ hộ|căng thẳng|cơ bản bắp chế cấu giới hội khí quan sở thể điện động|cư dân trú|cương vị
cường độ|cạnh tranh|cạo mủ|cải cách thiện tiến tạo|cảm hứng nhận tạ xúc động ơn|cảng biển|cảnh báo giác quan sát tượng
cấp bách chứng cứu dưỡng phát phép thoát độ|cấu hình kiện thép trúc tạo|cần cù thiết trục|cầu lông nối thang thủ đường
cẩm nang|cẩn thận|cận nghèo thị|cập nhật|cắt giảm gọt may tóc|cố gắng vấn đô định|cốc sứ
cổ phần truyền vũ điển đông động|cổng trường|cộng hòa tác đồng|cởi mở|cụ thể|củ quả|củng cố|cứu chữa hỏa hộ thương trợ
cử chỉ nhân tri|cửa hiệu hàng khẩu kính|da dày giày liễu|danh bạ dự hiệu mục ngôn sách thiếp tiếng xưng
di chuyển sản tích động|dinh dưỡng|diễn biến giả ra tả viên đàn đạt|diện mạo tích|diệt khuẩn|doanh nghiệp nhân số thu
du học khách lịch ngoạn|dung dịch lượng nhan|duy nhất trì|duyên dáng hải|dàn dựng trải|dành dụm riêng|dày công dạn
dáng vẻ|dân chủ cư dụng gian quân sinh trí tộc|dâng hương|dây chuyền dẫn|dã ngoại|dãy số|dòng chảy|dũng cảm|dưới đây
dưỡng sinh|dược học liệu phẩm sĩ tá|dạng thức|dạy bảo dỗ học nghề|dải băng|dấu hiệu mốc ấn|dẫn chương dắt đường đầu
dịch bệnh thuật vụ|dọn dẹp|dồi dào|dụng cụ|dừng lại|dữ liệu|dự báo bị giờ kiến phòng thi thảo toán tuyển tính án đoán
dựng xây|e ngại|em bé|gam màu|gan dạ|ghi chép chú danh hình lòng nhận nhớ
gia công cầm cố dụng nhiệt nhập súc sư tăng tộc vị đình|gian hàng khổ nan
giao diện dịch hàng hưởng hẹn lưu nhận thông thương thừa tiếp tế việc|giàn giáo khoan|giành giật lấy|giày dép
giá cả thành trị|giám hiệu khảo sát thị định đốc|giáo dục khoa sư trình viên vụ án|giây phút|giúp sức ích đỡ
giải khuây nghĩa pháp phóng phẫu quyết thích thưởng trí đáp đấu|giảm bớt|giản dị|giảng dạy sư viên đường
giấy hẹn khai khen mời phép tuyên tờ|giọt nước|giỏi giang|giống cây nòi|giới hạn thiệu thuyệt trẻ tính|giờ giấc
giữ chân gìn vững|giữa kỳ|gánh vác|gây dựng trồng|gìn giữ|góc nhìn|gói gọn|góp mặt phần sức ý|găng tay|gương mẫu mặt
gạo nước|gấp đôi|gần gũi như đây|gầy dựng|gắn bó kết|gặp gỡ mặt|gọi điện|gọn gàng nhẹ|gốm sứ|gợi mở ý|gửi gắm tặng
hai mươi|ham hiểu học|hiến máu|hiếu học khách thảo|hiểm nghèo|hiểu biết bài
hiện diện hành hữu nay thực tượng tại vật đại|hiệp hội định|hiệu bài chỉnh lực phó quả suất trưởng đính
hoa hồng quả văn|hoan nghênh|hoài bão|hoàn chỉnh cảnh hảo lại thiện thành tiền toàn tất|hoạch định|hoạt bát động
huy chương hiệu hoàng động|huyện đội ủy|huấn luyện|hài hòa lòng|hàm lượng răng|hàn gắn lâm quốc xì
hàng hóa hải không ngày năm tháng tuần đầu|hành chính khách lang lễ nghề trang trình vi động|hào hùng hứng|hát múa
hân hoan hạnh|hình dung dáng thành thể thức tượng vẽ ảnh|hòa bình giải hợp mình nhã nhập thuận đồng
hóa chất học trang đơn|hôm nay sau|hùng biện vĩ|hăng hái say|hơi nước|hơn nữa|hư hỏng|hương thơm vị ước
hướng dẫn nghiệp tới đến|hưởng lợi thụ ứng|hạ tầng|hạch toán|hạn chế nộp định|hạng mục|hạnh kiểm phúc
hải phòng quan quân sản tặc đăng đảo|hảo hạng|hấp dẫn thụ|hậu cần giang|hằng ngày năm tháng|hẹn gặp|hết lòng mình sức
hệ số thống điều|họa sĩ tiết
học bạ bổng hàm hành hỏi kỳ liệu nghề phí phần sinh thuật thức trình trò tập viên viện vấn vị đường|hỏi han thăm đáp
hồ hởi sơ|hồi chức hộp phục sức đáp|hỗ trợ|hộ chiếu gia khẩu kinh lý nghèo sinh tống
hội chẩn chợ diễn giảng họa nghị nhập phụ quán thao thi thảo trường tuyển tụ viên đàm đồng|hộp số thư
hợp lý lệ lực pháp thành thời thức tác đồng|hứa hẹn|hứng khởi thú|hữu nghị ích|in lụa ấn
khai báo giảng mạc phá sinh thác trương trường|khang trang|khen ngợi thưởng|khiêm tốn|kho bãi lạnh tàng|khoa giáo học
khoan dung|khoáng sản|khoản thu tiền|khoảng cách|khu công du phố vui vực|khung hình|khuyến cáo học khích mại nông tài
khuyết tật điểm|khuôn khổ mẫu mặt viên|khác biệt nhau thường|khách hàng mời quan sạn|khám bệnh phá|khán giả đài
kháng chiến sinh|khát vọng|khâu vá|khéo léo tay|khép kín|khí hậu tài tượng|khích lệ|khó khăn|khóa học luận|khô hạn ráo
khôi phục|không chỉ gian khí những phải sao thể|khăn quàng|khơi dậy gợi|khả năng quan thi|khảo cứu sát thí|khẩn trương
khẩu hiệu phần trang|khắc phục|khắp nơi|khẳng định|khỏe mạnh|khối lượng|khổ công giấy luyện
khởi công nghiệp sắc đầu động|kim hoàn khí loại|kinh doanh nghiệm phí tế|kiên cường nhẫn quyết trì định
kiến nghị thiết thức trúc tạo|kiểm duyệt dịch nghiệm soát toán tra định|kèm cặp theo|kéo dài|kê khai|kêu gọi
kính chào cẩn mến mời thưa trọng|ký gửi hiệu kết nhận tên túc đầu ức|kẻ sọc|kế cận hoạch thừa tiếp toán
kết bạn cuộc cấu hợp luận nghĩa nạp nối quả thúc|kể chuyện cả lại|kịch bản nghệ|kịp thời|kỳ công lạ nghỉ thi thú vọng
kỷ luật lục nguyên niệm yếu|kỹ càng lưỡng nghiệp nghệ năng sư thuật tính xảo|lai tạo|lan tỏa|lao công động
linh hoạt kiện động|liên doanh hiệp hoan huyện hệ kết lạc quan thông tiếp tục đoàn đới|lo liệu lắng toan|logic học
loại bỏ hình trừ|luyện kim thi tập|luân phiên|luôn luôn|luật lệ pháp sư|luồng gió
làm bài bạn chủ chứng giàu phim quen quà ruộng thêm thử việc vườn ăn|lành mạnh nghề|lái tàu xe
lâm nghiệp sàng sản thời|lâu dài năm đời|lãnh sự đạo|lên kế lớp men mạng|lòng báu tin|lý do luận lịch thuyết tưởng
lĩnh hội vực|lũ lụt|lưu hành học loát luyến niệm truyền trú trữ vực ý động|lương thiện thực tâm|lượng giác
lạc hậu quan|lấy mẫu|lầm lẫn|lần lượt đầu|lẫn nhau|lập kế luận nghiệp thân trình trường|lắng nghe đọng|lắp ráp đặt
lẽ sống|lễ cưới hội nghi phép tân vật|lệ phí|lịch học sử sự thiệp trình|lối sống vào|lỗi lạc thời|lộ trình
lớn lao mạnh|lớp học trưởng tập|lời chúc giải hứa khen khuyên mời ngỏ nói|lợi nhuận thế ích|lụa tằm|lứa tuổi|lữ hành
lực lượng|mai sau|mang lại theo đến|may mắn mặc rủi vá đo|minh bạch chứng họa|miêu tả|miền nam núi trung
miễn dịch giảm phí|mong chờ muốn đợi ước|mua bán sắm|muôn đời|mài giũa|màn hình|màu mỡ sắc đặc|mái che nhà trường ấm
mát xa|máy bay bơm cày hàn in kéo lạnh may mài móc nông phát quay tiện tính xúc ảnh ủi|mã qr số vạch|mãi mãi
món quà ăn|móng chân tay|mô hình phỏng tả|môi giới trường|môn học thi thể|mùa hè màng thu vụ xuân|mĩ thuật|mưu sinh
mười ba hai lăm|mạch lạc điện|mạng lưới máy xã|mạnh dạn khỏe mẽ|mất công|mầm non|mẫu giáo mã số|mật khẩu thiết độ
mắt thấy|mặc dù định|mặn mà|mặt bằng hàng trận trời|mến khách thương|mối hàn quan|mồ côi|mỗi khi
một chút cách mình số vài ít|mới lạ mẻ|mời gọi|mở lối mang rộng đầu|mục lục sư tiêu đích|mức hưởng lương sống độ
mỹ nghệ phẩm quan thuật|nam giới nữ|nan giải|ngay lập|nghe nhìn nói|nghi lễ thức|nghiêm khắc ngặt túc|nghiên cứu
nghiệm thu|nghiệp vụ đoàn|nghèo khó|nghĩ suy|nghĩa là tình vụ|nghề nghiệp|nghệ an cao nhân sĩ thuật
nghỉ dưỡng hè lễ mát ngơi|nghị lực quyết định|ngoan ngoãn|ngoài ra trời|ngoại giao hình khóa ngữ thành thương
nguy cơ hiểm|nguyên cứu liệu lành lý nhân tắc vẹn đán|nguyện vọng|nguồn cội gốc lực nhân nước điện|nguội lạnh
ngành hàng học nghề|ngày càng công hội lễ mai nay sinh tháng|ngân hàng quỹ sách|ngôi nhà sao trường|ngôn ngữ|ngăn nắp
ngư cụ dân lưới nghiệp trường|người bạn bệnh dân dùng học lao làm lớn mẹ nhà ta thân thầy thợ tiêu|ngưỡng cửa mộ
ngạc nhiên|ngập tràn|ngắn gọn hạn|ngồi học|ngữ cảnh pháp âm|nhanh chóng gọn nhạy nhẹn|nhiều hơn|nhiệm kỳ vụ
nhiệt huyết liệt lượng tình độ đới|nhu cầu|nhuần nhuyễn
nhà báo bếp cửa ga giáo hàng kho khoa màng máy nghỉ nước sách thi thuốc thờ trường trẻ trọ văn xe xưởng đất ở|nhàn rỗi
nhân cách duyên dân dịp hậu lực phẩm sự tài tạo viên văn vật ái đạo|nhã nhặn|nhãn hiệu mác|nhìn chung nhận thấy
nhóm học trưởng|như thế vậy|nhượng bộ|nhạc công cụ|nhấn mạnh|nhất là quán thiết trí định|nhẫn nại
nhận biết diện lời nhiệm ra thức xét định|nhập cảnh học khẩu môn ngũ|nhật báo ký|nhắc lại nhở|nhắn gửi nhủ tin
nhịp sống độ|nhỏ bé gọn|nhộn nhịp|nhớ ơn|nhờ vậy đó|những ai gì|niêm phong yết|niên giám hạn học khóa
niềm nở tin tự vui|nuôi cấy dưỡng sống trồng|nào đó|nâng cao cấp tầm đỡ|nòng cốt|nói chung chuyện riêng|nóng bỏng
nông cụ dân hộ lâm nghiệp sản thôn trại|năm học mới|năng khiếu lượng lực suất động|nơi nào ở
nước giải lợ mặn ngoài ngọt sạch|nảy mầm sinh|nấu nướng ăn|nắm bắt chắc vững|nếp gấp sống|nề nếp|nền móng nếp tảng
nối dài kết nghiệp tiếp|nồng nhiệt|nổi bật tiếng|nỗ lực|nội bật bộ dung khoa ngoại quy thất trú trợ địa|nức tiếng
nửa đêm|nữ công giới sinh|oai hùng|pa nô|pha chế|phai mờ|phi công lợi|phim ngắn ảnh|phiên bản dịch|phiếu điểm
phong cách cảnh phú thái trào tục|phàn nàn|phác họa thảo|phái cử viên đoàn|pháp chế luật lý lệnh
phát biểu hiện huy hành minh sinh sóng thanh thưởng triển tán âm điện đạt động
phân biệt bón bố công hiệu khúc loại luồng phối tích tử xưởng|phía sau trước
phòng bệnh cháy chống dịch học hội khách khám làm nghỉ ngừa thí trị trừ vệ ở|phó giám hiệu|phóng sự viên|phông chữ
phù hiệu hợp|phúc lợi đáp|phương châm hướng ngữ pháp thức tiện án|phạm vi|phải chăng|phản biện hồi xạ ánh
phấn khởi đấu|phần cứng lớn mềm nào quà thưởng trăm việc|phẩm chất giá hạnh|phẫu thuật|phỏng vấn|phố biển xá
phối cảnh hợp|phổ biến cập thông|phở bò|phụ cấp huynh lục nữ phẩm thuộc trách trợ tùng|phục chế hưng hồi sức trang vụ
phủ sóng|phức tạp|quai đeo|quan chức hệ khách lại niệm sát trắc trọng tâm điểm|quang cảnh|quay lại phim về
quen biết dần thuộc|quy chuẩn chế hoạch hoạt mô trình tắc định ước|quyên góp|quyết liệt thắng toán tâm định
quyền hạn lợi|quyển sách|quà cáp tặng|quá khứ trình|quán lý triệt ăn|quân khu nhân sự y đội|quãng đường|quê hương nhà
quý báu giá khách trọng vị|quả thực|quản lí lý ngại ngục sinh trị|quảng bá cáo trường|quần chúng áo đảo|quầy hàng
quốc doanh dân gia hội hữu khánh lộ ngữ phòng tế tịch|quỹ học đất|ra hoa khơi mắt sức trường đời|rau củ quả|ren răng
riêng biệt|ruộng vườn đồng|rành mạch|rèn giũa luyện|rô bốt|rõ nét ràng|răng hàm|rảnh rỗi|rộn ràng|rộng khắp lớn mở rãi
rực rỡ|sai lầm sót|san sẻ|sang trọng|sinh hoạt kế lý lực nhật sản sống thái viên vật động|siêng năng|siêu thị âm
so sánh tài|song hành ngữ song|soạn thảo|sum họp|suy nghĩ ngẫm|suôn sẻ|suốt đời|sàng lọc|sách báo giáo vở
sáng chế dạ kiến lập suốt tác tạo tỏ|sân khấu|sâu bệnh rộng sắc đậm|sóng gió|sôi nổi động
sơ bộ chế cấp cứu khai kết lược sinh tuyển đồ|sườn dốc|sạch sẽ đẹp|sản lượng nghiệp phẩm vật xuất
sắc màu thái xuân đẹp|sắp xếp|sẵn có lòng sàng|số hóa liệu lượng tay|sống còn động|sổ sách tay|sớm muộn
sở dĩ hữu thích trường|sợ hãi|sứ giả mệnh|sức bền khỏe lao lực mạnh sống trẻ ép|sử dụng|sửa chữa sang đổi
sự cố kiện nghiệp thật việc vật|ta thán|tay chân lái nghề áo|tham dự gia khảo quan vấn|than khóc
thanh long lý lịch nhạc niên sắc thiếu toán tra tú xuân|thao diễn trường tác|thay mặt thế vì đổi
theo dõi học kịp sát đuổi|thi công cử hành sinh trường tuyển đua đấu|thiên chức nhiên tai văn
thiết bị kế lập tha thực yếu|thiếu hụt nhi niên sót số thốn|thiểu số|thiện chí nghệ nguyện|thiệt thòi|thoáng mát
thoát nghèo nước|thoại lai|thoải mái|thu gọn hoạch hái hút mua nhận nhập phí thập|thuyết minh phục trình
thuyền thúng trưởng viên|thuần thục|thuận hòa lợi tiện|thuật ngữ viên|thuế vụ|thuốc men|thuộc diện lòng về
thành công hình lập nghề ngữ phẩm phố quả thạo thật thị thục thử tích tựu viên đoàn đạt|thái bình độ|tháng giêng
thâm canh nhập|thân hữu mật mời nhau nhân thiết thiện thương thể ái|thép hình|thêm vào|thí nghiệm sinh điểm
thích hợp nghi thú ứng|thói quen|thô sơ|thôn bản quê xóm
thông báo cáo dịch dụng gió hiểu minh qua suốt thái thường thạo tin tư tục điệp|thú cưng vị y|thúc đẩy
thăm dò hỏi khám nom quan|thơm ngon|thư cảm giãn khen ký mời tín từ viện
thương binh hiệu hại lái mại nghiệp trường tích yêu|thước đo|thường gặp kỳ lệ ngày nhật niên thức trú trực vụ xuyên
thưởng thức|thượng tầng|thạc sĩ|thảo dược luận|thất bại nghiệp vọng|thấy rõ|thần kinh tượng|thầy cô giáo thuốc trò
thẩm mỹ định|thật lòng sự thà|thắc mắc|thắng cảnh lợi|thẳng thắn|thẻ tên|thế giới hiện hệ kỷ mạnh nào nên
thể chất dục hiện loại lực thao thức trạng|thị giác lực phần sát trường trấn xã|thịnh hành soạn vượng
thỏa mãn thuận đáng|thống kê nhất|thờ ơ|thời gian giờ hạn kỳ sự tiết trang vận vụ điểm đại
thợ cả hàn lành may máy mộc nề săn xây điện|thủ công khoa lĩnh quỹ thuật thư trưởng tục đô
thủy hải lợi lực nội sinh sản điện|thứ bảy bậc hạng nhất tự|thức thời uống ăn|thừa hưởng kế nhận
thử nghiệm sức tay thách|thực chất dụng hiện hành học lực nghiệm phẩm sự thi tiếp tiễn trạng tại tập tế vật đơn
tin cậy học nhắn tưởng tức yêu|tinh gọn hoa thông thần túy tế|tiêm chủng phòng|tiên phong tiến
tiêu biểu chuẩn chí cực dùng thụ đề|tiến bộ hành sĩ thủ trình độ|tiếng anh hàn nhật nói trung vang việt
tiếp chuyển cận khách kiến lửa nhận nối sức thu thị tân tục viên xúc đón|tiết học kiệm kế mục|tiềm lực năng
tiền bạc công của lương thưởng|tiểu ban học phẩm sử thương|tiễn đưa|tiệc cưới tùng|tiệm cận
tiện dụng lợi nghi phay ích|toàn bộ cảnh cầu diện dân khóa quốc thể tỉnh vẹn|toán học
trang bị hoàng nghiêm phục sức thiết trí trại trọng điểm|tranh luận thủ tài ảnh|trao gửi thưởng tặng đổi|treo tường
tri thức ân|triết lý|triển khai lãm vọng|triệu tập|trong lành suốt sáng veo
trung bình chuyển cấp gian hậu học niên sĩ thu thành thực trực tâm ương
truyền cảm dạy hình thanh thông thống thụ tải đạt|truyện tranh|trà sữa|tràn ngập đầy|trách móc nhiệm
trái cây mùa tim đất|trân quý trọng|trình bày chiếu diễn duyệt tự độ|trí thức tuệ tưởng|trò chuyện chơi|tròn trịa vẹn
trông coi cậy nom|trù bị|trùng dương lặp|trú quán ẩn|trúng thưởng tuyển|trăn trở|trưa nay|trưng bày|trước mắt tiên đây
trường ca học hợp lớp thi tồn|trưởng ban khoa phòng thành đoàn|trại giống hè|trạm trại y|trạng thái|trả lương lời
trải nghiệm qua|trật tự|trẻ em thơ trung|trị an bệnh giá liệu sự|trọ học|trọn gói vẹn đời
trọng lượng thưởng thể tài tâm tải điểm|trống vắng đồng|trồng cây rừng trọt|trời mưa|trở lên lại ngại nên thành về
trợ cấp giúp giảng lý lực thủ|trụ cột sở|trừ sâu|trực ban quan thuộc tiếp tuyến|tu bổ dưỡng nghiệp sửa
tuyên bố dương thệ truyền|tuyến đường|tuyển chọn dụng lựa mộ sinh|tuyệt vời đối|tuân thủ|tuần hoàn hành lễ tra
tuổi thơ trẻ tác đời|tà áo|tài chính giỏi khoản liệu nguyên năng sản trợ xế|tàu biển cá thuyền thủy xe
tác dụng giả nghiệp phong phẩm viên xã động|tái chế tạo|tán thành|tâm huyết hồn lý sự điểm đắc
tân binh sinh tiến trang|tây nguyên ninh|tên gọi|tìm hiểu kiếm tòi|tình cảm huống hình nguyện thương trạng yêu
tính chất cách năng toán tình|tò mò|tòa nhà án|tóc mai|tóm tắt|tô điểm|tôn chỉ giáo trọng tạo vinh|tùy chọn theo thuộc
túc xá|túi vải xách|tăng cường gia trưởng tốc|tĩnh vật|tư cách duy liệu nhân thế thục tưởng vấn
tươi cười mới ngon sáng trẻ tắn đẹp|tương lai phản thích trợ xứng đương đối ứng|tưới nước tiêu|tướng lĩnh
tưởng nhớ tượng|tượng đài|tạm biệt thời trú|tạo dáng dựng hình mẫu ra điều|tạp chí|tất bật cả niên yếu
tầm nhìn quan vóc|tầng lớp trệt|tận dụng hưởng mắt nơi tay tâm tình tụy
tập huấn hợp luyện quán san sự thể trung tục đoàn|tắt đèn|tặng quà|tế bào nhị|tỉ lệ mỉ|tọa lạc đàm độ|tố chất cáo
tốc độ|tối thiểu đa ưu|tốt bụng lành nghiệp đẹp|tổ chức hợp nghề nhóm quốc trưởng|tổn thất|tổng cục hợp kết số thể
tờ gấp rơi|tức thì|từ chối thiện vựng điển|từng bước trải|tử tế
tự chủ do giác giới hào học lo lập lực nguyện nhiên tin trọng tôn túc vệ động|tỷ lệ|uy tín|vai trò|vang dội|vay vốn
ven biển bờ|vi khuẩn mạch phạm sinh tính|vinh danh dự hạnh|viên chức|viếng thăm|viễn cảnh thông|việc học làm
viện phí trợ|vui chơi lòng mừng tươi vẻ|vun trồng đắp|vào nghề đời|vì sao thế vậy|ví dụ|vòng quanh tròn|vóc dáng
vô cùng|vùng biển cao miền quê|văn bản bằng hiến hóa học kiện minh nghệ phòng thư thể|vĩnh cửu viễn|vũ trụ đạo
vươn cao lên tới xa|vườn cây hoa ươm|vượt bậc khó lên qua trội|vạn năng vật|vải vóc|vấn đề|vất vả
vận chuyển dụng hành hội tải động|vật chất dụng liệu lý nuôi phẩm tư|vắng mặt|vẻ vang đẹp|vệ sinh tinh|vị thế trí
vốn dĩ liếng|vỗ béo tay|vợ chồng|vụ mùa việc|vững bước bền chãi chắc mạnh tin tâm vàng|xa lạ xôi|xanh mát sạch tươi
xao xuyến|xe buýt ca cộ máy nâng tải điện đạp|xem xét|xin lỗi phép|xinh đẹp|xoa bóp|xong xuôi|xung kích quanh
xuất bản cảnh hiện khẩu ngũ phát sắc thân xưởng|xác minh nhận suất thực định|xây dựng lắp|xã giao hội tắc viên đội
xét duyệt nghiệm tuyển|xích lại|xói mòn|xúc tiến tác động|xưng hô|xưởng may trưởng|xếp hàng hạng loại|xứng đáng
xử lí lý phạt|y bác cụ dược học khoa lệnh sĩ sỹ tá tế đức|yên bình tâm vui ổn|yêu cầu mến nghề nước quý thích thương
yếu tố|ánh sáng|áo quần|áp dụng lực phích suất|âm nhạc thanh|ân cần|ích lợi|ít nhất|ô nhiễm tô
ý chí kiến nghĩa thức tưởng định|đa dạng khoa năng phương phần số|đam mê|đeo đuổi|đi bộ học làm lại đôi
điêu khắc luyện|điền kinh|điều chỉnh dưỡng hành hòa khiển khoản kiện phối tiết tra trị độ động|điểm danh mạnh nhấn số
điển hình|điện báo công cơ dân gió lạnh lực máy nước thoại toán trở tích tử ảnh|đoàn kết thể viên|đoán bệnh
đài phát truyền|đàm phán thoại|đàn hồi ông|đàng hoàng|đào tạo|đáng kể quý tin|đánh bắt dấu giá máy|đáp án ứng|đâu đó
đèn điện|đình chùa|đích thực|đòi hỏi|đón chào khách nhận tiếp xem|đóng dấu gói góp hộp tàu vai|đô thị|đôi khi lúc tay
đông lạnh nam đảo|đúc kết rút|đúng giờ hạn đắn|đăng bạ ký tải đàn|đơn giản thuần vị đặt|đưa tin đón
đường bộ dài dây phố sá sắt thủy truyền|được biết phép|đại biểu diện dương học hội lý lễ sứ đức|đạo diễn lý đức
đạt chuẩn được|đảm bảo nhận đương|đất liền nước đai|đấu giá nối thầu tranh trường
đầu bếp gối mùa mối năm tay tháng tiên tuần tư đề|đầy đủ|đẩy mạnh|đắp đổi|đẳng cấp|đặc biệt sản sắc thù trưng điểm
đặt cọc hàng|đẹp mắt đẽ|đề can cao cương cử nghị tài xuất án đạt|đều đặn|để dành
địa bàn chỉ danh hình lý phương thế điểm|định cư dạng giá hướng kỳ lượng mức nghĩa vị|đọc sách|đốc công
đối chiếu diện phó thoại tác tượng với xử đầu|đồ chơi dùng họa hộp uống án
đồng bào bằng bộ chí hành hương loạt nghiệp phục tháp thời tâm tình ý đẳng đều đội|đổ bê|đổi mới thay|đỗ xe đạt
độc giả lập lực thân đáo|đội hình ngũ trưởng tuyển viên|động cơ lực tác viên vật đất|đỡ đần|đủ điều|đức tính
ưu thế tiên tú việt điểm đãi|ước mong mơ nguyện tính vọng|ảnh bìa hưởng|ấm cúng áp|ấn phẩm tượng|ẩm thực|ốp lát
ổn định|ở đâu|ủng hộ|ủy ban quyền viên|ứng cứu dụng phó tuyển xử`;
