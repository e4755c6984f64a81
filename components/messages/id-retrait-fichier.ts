/** Id of the form that takes a file out of a message where there is no JavaScript. */
export const idRetraitFichier = (pieceId: string) => `retirer-${pieceId}`
