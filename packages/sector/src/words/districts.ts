/** District codes in the shape of GB/T 2260, weighted by repetition towards the coast. */
export interface District {
  readonly code: string;
  readonly address: string;
  readonly short: string;
}

const district = (code: string, address: string, short: string): District => ({
  code,
  address,
  short,
});

export const DISTRICTS: readonly District[] = [
  district("440300", "广东省深圳市", "深圳"),
  district("440100", "广东省广州市", "广州"),
  district("440600", "广东省佛山市", "佛山"),
  district("441900", "广东省东莞市", "东莞"),
  district("330100", "浙江省杭州市", "杭州"),
  district("330200", "浙江省宁波市", "宁波"),
  district("330300", "浙江省温州市", "温州"),
  district("330400", "浙江省嘉兴市", "嘉兴"),
  district("320100", "江苏省南京市", "南京"),
  district("320200", "江苏省无锡市", "无锡"),
  district("320500", "江苏省苏州市", "苏州"),
  district("320400", "江苏省常州市", "常州"),
  district("370100", "山东省济南市", "济南"),
  district("370200", "山东省青岛市", "青岛"),
  district("370700", "山东省潍坊市", "潍坊"),
  district("310115", "上海市浦东新区", "上海"),
  district("110108", "北京市海淀区", "北京"),
  district("120116", "天津市滨海新区", "天津"),
  district("420100", "湖北省武汉市", "武汉"),
  district("430100", "湖南省长沙市", "长沙"),
  district("410100", "河南省郑州市", "郑州"),
  district("340100", "安徽省合肥市", "合肥"),
  district("350200", "福建省厦门市", "厦门"),
  district("510100", "四川省成都市", "成都"),
  district("500112", "重庆市渝北区", "重庆"),
  district("610100", "陕西省西安市", "西安"),
  district("210200", "辽宁省大连市", "大连"),
  district("130100", "河北省石家庄市", "石家庄"),
  district("360100", "江西省南昌市", "南昌"),
  district("450100", "广西壮族自治区南宁市", "南宁"),
];
