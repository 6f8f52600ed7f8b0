const otherLetter = (letter: string) => (letter === "A" ? "B" : "A");

/** A proof with one thing changed, and the step that must find it. */
export const DAMAGED_PROOFS: readonly { step: string; damage: (proof: string) => string }[] = [
  {
    step: "公开目录的签名",
    damage: (proof) =>
      proof.replace(/(— \S+ .{12})(.)/, (_, before, letter) => before + otherLetter(letter)),
  },
  {
    step: "历史前后相接、没有缺页",
    damage: (proof) => proof.replace(/\\"holderName\\":\\"./, (name) => `${name}改`),
  },
];
