import { useEffect, useRef, useState } from 'preact/hooks';

const pause = 2000;

/** What a screen reader is told: every sentence while nothing plays, at most one in two seconds while it does. */
export function useAnnouncement(sentence: string, playing: boolean): string {
  const [announced, setAnnounced] = useState('');
  const lastAt = useRef(0);
  useEffect(() => {
    const wait = playing ? Math.max(0, lastAt.current + pause - performance.now()) : 0;
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      setAnnounced(sentence);
    }, wait);
    return () => clearTimeout(timer);
  }, [sentence, playing]);
  return announced;
}
