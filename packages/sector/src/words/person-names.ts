/** Parts of invented names; any likeness to a living person is chance. */
export const SURNAMES = [
  ..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻",
  ..."柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳",
];
export const GIVEN_FIRST = [..."砚澄岚珩翎槿璟筱栩沐霁珞蔚穗昀棠苒晗煦霖溪桐瑾岑谷禾屿澈朔嵘牧原"];
export const GIVEN_LAST = [
  ..."舟禾川岫云石松柏溪林野岭峤泊泓渡桥汀洲岸帆影声音墨纸笔简册篇章弦歌霜露雨雪",
  ..."晴岚",
];
