import { useEffect, useRef, useState } from 'preact/hooks';

/** Width of the page in whole pixels, and whether it has just changed. */
export function useWidth(): { readonly width: number; readonly isChanging: boolean } {
  const [width, setWidth] = useState(document.documentElement.clientWidth);
  const shown = useRef(width);
  useEffect(() => {
    const observer = new ResizeObserver(() => setWidth(document.documentElement.clientWidth));
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  const isChanging = shown.current !== width;
  useEffect(() => {
    shown.current = width;
  }, [width]);
  return { width, isChanging };
}
