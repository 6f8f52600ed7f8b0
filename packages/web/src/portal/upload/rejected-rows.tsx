import type { ImportRun } from "@suzheng/api-contract";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";
import { oneLanguage } from "./one-language.ts";

type RejectedFile = ImportRun["rejectedFiles"][number];

/** The file needs the token, so a plain link cannot fetch it. */
async function saveFile(file: RejectedFile, token: string): Promise<void> {
  const response = await fetch(file.url, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) return;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
}

function ErrorTable(props: { errors: ImportRun["summary"]["errors"] }) {
  const { t, language } = useWords();
  return (
    <section class="scroll" aria-labelledby="errors-title">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.upload.file}</th>
            <th scope="col">{t.upload.row}</th>
            <th scope="col">{t.upload.field}</th>
            <th scope="col">{t.upload.reason}</th>
          </tr>
        </thead>
        <tbody>
          {props.errors.map((error) => (
            <tr key={`${error.file} ${error.row} ${error.field} ${error.code}`}>
              <td>{error.file}</td>
              <td class="nowrap">{error.row.toLocaleString("en")}</td>
              <td>
                <code>{error.field ?? "–"}</code>
              </td>
              <td>
                {oneLanguage(error.message, language)} <span class="small">{error.code}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Every rejected row with its reason, and the files to mend and send again. */
export function RejectedRows(props: { run: ImportRun; token: string }) {
  const { t } = useWords();
  const { summary, rejectedFiles } = props.run;
  if (summary.errors.length === 0 && rejectedFiles.length === 0) return null;
  return (
    <>
      <h3 id="errors-title">{t.upload.errors}</h3>
      {summary.errors.length > 0 && (
        <p class="small">
          {t.upload.errorsShown(summary.errors.length, summary.rejected.toLocaleString("en"))}
        </p>
      )}
      {rejectedFiles.length > 0 && (
        <div class="actions">
          {rejectedFiles.map((file) => (
            <button
              key={file.url}
              type="button"
              class="button button-quiet"
              onClick={() => saveFile(file, props.token)}
            >
              <Icon name="down" /> {t.upload.download(file.name)}
            </button>
          ))}
          <p class="small">{t.upload.rejectedHint}</p>
        </div>
      )}
      {summary.errors.length > 0 && <ErrorTable errors={summary.errors} />}
    </>
  );
}
