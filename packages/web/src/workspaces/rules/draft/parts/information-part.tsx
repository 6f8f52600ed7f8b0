/** @jsxImportSource react */
import { RuleCategory } from "@suzheng/api-contract";
import { useLanguage } from "../../../language/use-language.tsx";
import { categoryNames, fieldNames } from "../../words.ts";
import { Field } from "../field.tsx";
import { FieldFindings } from "../findings.tsx";
import type { Part } from "../part.ts";
import { words } from "../words.ts";
import { ItemCodesField } from "./item-codes-field.tsx";

type TextName = "version" | "field" | "number" | "issuer" | "mark";
type DayName = "issuedOn" | "updatedOn" | "inForceFrom";

export function InformationPart({ content, change }: Part) {
  const { say } = useLanguage();
  const text = (name: TextName, hint?: string) => (
    <Field
      path={name}
      label={say(fieldNames[name])}
      value={content[name]}
      change={(value) => change({ ...content, [name]: value })}
      {...(hint !== undefined && { hint })}
    />
  );
  const day = (name: DayName) => (
    <Field
      path={name}
      type="date"
      label={say(fieldNames[name])}
      value={content[name] ?? ""}
      change={(value) => change({ ...content, [name]: value === "" ? null : value })}
    />
  );
  return (
    <section aria-labelledby="information">
      <h2 id="information">{say(words.information)}</h2>
      <div className="fields">
        <Title content={content} change={change} />
        {text("version", say(words.versionHint))}
        {text("number")}
        <CategoryField content={content} change={change} />
        {text("field", say(words.fieldHint))}
        <ItemCodesField content={content} change={change} />
        {text("issuer")}
        {day("issuedOn")}
        {day("updatedOn")}
        {day("inForceFrom")}
        {text("mark", say(words.markHint))}
      </div>
    </section>
  );
}

function Title({ content, change }: Part) {
  const { say } = useLanguage();
  const { title } = content;
  return (
    <>
      <Field
        path="title.zh"
        label={say(fieldNames.titleZh)}
        value={title.zh}
        change={(zh) => change({ ...content, title: { ...title, zh } })}
      />
      <Field
        path="title.en"
        label={say(fieldNames.titleEn)}
        value={title.en}
        change={(en) => change({ ...content, title: { ...title, en } })}
      />
    </>
  );
}

function CategoryField({ content, change }: Part) {
  const { say } = useLanguage();
  const choose = (value: string) => {
    const category = RuleCategory.safeParse(value);
    change({ ...content, category: category.success ? category.data : null });
  };
  return (
    <div className="field">
      <label htmlFor="category">{say(fieldNames.category)}</label>
      <select
        id="category"
        className="select"
        value={content.category ?? ""}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{say(words.choose)}</option>
        {RuleCategory.options.map((category) => (
          <option key={category} value={category}>
            {say(categoryNames[category])}
          </option>
        ))}
      </select>
      <FieldFindings path="category" />
    </div>
  );
}
