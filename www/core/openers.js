// Several articles on one page have a button each: those of the articles in the window stand above
// each other, the rest wait.

/** The buttons of this page, each with whether its article is in the window. */
const standing = new Map();

/** Lets a button stand for an article, and returns what ends that. */
export function stand(opener, target) {
  const observer = new IntersectionObserver((seen) => {
    standing.set(opener, seen.at(-1).isIntersecting);
    arrange();
  });
  standing.set(opener, true);
  observer.observe(target);
  arrange();
  return () => {
    observer.disconnect();
    standing.delete(opener);
    arrange();
  };
}

function arrange() {
  const isAlone = standing.size === 1 || ![...standing.values()].includes(true);
  let place = 0;
  for (const [opener, isSeen] of standing) {
    opener.classList.toggle("waits", !isAlone && !isSeen);
    if (isAlone || isSeen) opener.style.setProperty("--place", place++);
  }
}
