/** The sign of the app: a page with a line found in it. */
export function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="7" fill="var(--accent)" />
      <path
        d="M7.5 8h9M7.5 16h5"
        stroke="var(--on-accent)"
        strokeOpacity="0.6"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <path
        d="M7.5 12l2.4 2.2 6.2-4.6"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
