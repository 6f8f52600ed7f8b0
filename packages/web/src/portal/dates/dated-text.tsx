const DATE = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)/;

/** A sentence whose dates are never broken over two lines. */
export function DatedText(props: { text: string }) {
  return (
    <>
      {props.text.split(DATE).map((part, place) =>
        place % 2 === 1 ? (
          <span class="nowrap" key={place}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
