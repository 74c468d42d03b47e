/** Canvases of browsers end somewhere here, in pixels. */
const longestSide = 16_384;
const largestArea = 200_000_000;

/** A drawing as PNG in base64, as large as a canvas can be; undefined where even its own size is too much. */
export async function toPng(svg: string, scale: number): Promise<string | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const most = Math.min(longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)));
  const factor = Math.min(scale, most);
  if (!(factor >= 0.25)) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const address = canvas.toDataURL('image/png');
  const data = address.slice(address.indexOf(',') + 1);
  return data === '' ? undefined : data;
}
