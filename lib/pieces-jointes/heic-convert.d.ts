declare module 'heic-convert' {
  export default function convertir(options: {
    buffer: Uint8Array
    format: 'JPEG' | 'PNG'
    /** From 0 to 1. */
    quality?: number
  }): Promise<Uint8Array>
}
