/** @jsxImportSource react */
import { Input } from "antd";
import { FieldFindings, findingsId, useFindings } from "./findings.tsx";

type Field = {
  label: string;
  /** Path in the content, `clauses.3.text.zh`; also the field's id, so that findings lead to it. */
  path: string;
  value: string;
  change: (value: string) => void;
  hint?: string;
  rows?: number;
  type?: "text" | "date";
  isWide?: boolean;
};

/** One text of the draft with its label, its hint and what the self-check says of it. */
export function Field({ label, path, value, change, hint, rows, type = "text", isWide }: Field) {
  const findings = useFindings(path);
  const isWrong = findings.some(({ severity }) => severity === "error");
  const described = [hint ? `hint-${path}` : "", findings.length > 0 ? findingsId(path) : ""];
  const given = {
    id: path,
    value,
    "aria-describedby": described.filter((id) => id !== "").join(" ") || undefined,
    "aria-invalid": isWrong,
    ...(isWrong && { status: "error" as const }),
  };
  return (
    <div className={isWide === true || rows !== undefined ? "field field-wide" : "field"}>
      <label htmlFor={path}>{label}</label>
      {rows === undefined ? (
        <Input {...given} type={type} onChange={({ target }) => change(target.value)} />
      ) : (
        <Input.TextArea {...given} rows={rows} onChange={({ target }) => change(target.value)} />
      )}
      {hint && (
        <span className="small" id={`hint-${path}`}>
          {hint}
        </span>
      )}
      <FieldFindings path={path} />
    </div>
  );
}
