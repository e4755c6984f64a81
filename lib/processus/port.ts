import { createServer } from 'node:net'

/** Whether one can listen on `port`. A name service or a firewall plays no part: the system is asked. */
export function portEstLibre(port: number, hote?: string): Promise<boolean> {
  return new Promise((resoudre) => {
    const serveur = createServer()
    serveur.once('error', () => resoudre(false))
    serveur.listen({ port, host: hote, exclusive: true }, () => serveur.close(() => resoudre(true)))
  })
}

/** A port nobody listens on at this moment, on the loopback. */
export function portLibre(): Promise<number> {
  return new Promise((resoudre, rejeter) => {
    const serveur = createServer()
    serveur.once('error', rejeter)
    serveur.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const adresse = serveur.address()
      serveur.close(() =>
        adresse && typeof adresse === 'object' ? resoudre(adresse.port) : rejeter(new Error('Aucun port libre.')),
      )
    })
  })
}
