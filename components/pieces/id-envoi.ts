/** Id of the form that carries a piece where there is no JavaScript. */
export const idEnvoi = (code: string) => `envoi-${code}`
