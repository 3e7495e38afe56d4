const paths = {
  tick: <path fill="none" stroke="currentColor" strokeWidth="2.5" d="M4 10.5l4 4 8-9" />,
  forward: <path fill="none" stroke="currentColor" strokeWidth="2.5" d="M7 3.5l6.5 6.5L7 16.5" />,
  star: (
    <path fill="currentColor" d="M10 2l2.5 5.3 5.8.7-4.3 4 1.1 5.7L10 14.9l-5.1 2.8L6 12 1.7 8l5.8-.7z" />
  ),
  search: (
    <>
      <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path stroke="currentColor" strokeWidth="2" d="M12.5 12.5 18 18" />
    </>
  ),
  warning: (
    <>
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        d="M10 2.5 18.5 17.5h-17z"
      />
      <path stroke="currentColor" strokeWidth="2" d="M10 8v4.5M10 14v2" />
    </>
  ),
  sure: (
    <>
      <circle cx="10" cy="10" r="8" fill="currentColor" />
      <path fill="none" stroke="#fff" strokeWidth="2" d="M6 10.3l2.8 2.8L14 7.5" />
    </>
  ),
  unsure: (
    <>
      <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path stroke="currentColor" strokeWidth="2" d="M6 10h8" />
    </>
  ),
}

type IconName = keyof typeof paths

/** Always beside words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="fp-icon" viewBox="0 0 20 20" aria-hidden="true">
      {paths[name]}
    </svg>
  )
}
