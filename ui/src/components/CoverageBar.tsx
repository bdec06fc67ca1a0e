import styles from "./CoverageBar.module.css";

type Props = {
  found: number;
  all: number;
  /** Of those found, how many are only weakly shown. */
  weak?: number;
};

/** A piece for each thing asked for; decoration beside the words that say the same. */
export function CoverageBar({ found, all, weak = 0 }: Props) {
  const kind = (place: number) => (place < found - weak ? "found" : place < found ? "weak" : "missing");
  return (
    <div className={styles.bar} aria-hidden>
      {Array.from({ length: Math.min(all, 40) }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are alike
        <span key={place} data-kind={kind(place)} />
      ))}
    </div>
  );
}
