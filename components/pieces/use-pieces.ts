'use client'

import { useEffect, useRef, useState } from 'react'
import { type Envoi, type Fichier, type Limites, octetsUtilises, refuse } from '@/components/pieces/modele'
import { refusAvantEnvoi } from '@/components/pieces/mots'
import { lireFichiers, retirerFichier, televerser } from '@/components/pieces/televersement'

/** Files sent at the same time: more would only slow each one down. */
const ENSEMBLE = 2
/** Milliseconds between two readings while a file is being scanned. */
const RELECTURE = 1500

/** Files of a draft or a demande: what is there, what is on its way, and what a screen reader must hear of it. */
export function usePieces(adresse: string, initiales: Fichier[], limites: Limites) {
  const [fichiers, setFichiers] = useState(initiales)
  const [envois, setEnvois] = useState<Envoi[]>([])
  const [annonce, setAnnonce] = useState('')
  const annulations = useRef(new Map<string, () => void>())
  const retires = useRef(new Set<string>())

  const modifier = (cle: string, champs: Partial<Envoi>) =>
    setEnvois((liste) => liste.map((envoi) => (envoi.cle === cle ? { ...envoi, ...champs } : envoi)))
  const oublier = (cle: string) => setEnvois((liste) => liste.filter((envoi) => envoi.cle !== cle))

  async function lancer({ cle, code, fichier, remplace }: Envoi) {
    const { fin, annuler } = televerser(`${adresse}&code=${code}`, fichier, (envoye) => modifier(cle, { envoye }))
    annulations.current.set(cle, annuler)
    modifier(cle, { etat: 'envoi', message: undefined })
    const resultat = await fin
    annulations.current.delete(cle)
    if ('fichier' in resultat) {
      setFichiers((liste) => [...liste.filter(({ id }) => id !== resultat.fichier.id), resultat.fichier])
      oublier(cle)
      setAnnonce(`${fichier.name}\u00A0: envoyé${resultat.fichier.etat === 'en_analyse' ? ', analyse en cours' : ''}.`)
      if (remplace) await retirer(remplace)
    } else if (resultat.echec === 'annule') {
      oublier(cle)
      setAnnonce(`${fichier.name}\u00A0: envoi annulé.`)
    } else {
      modifier(cle, { etat: resultat.echec, message: resultat.message })
      setAnnonce(`${fichier.name}\u00A0: ${resultat.message}`)
    }
  }

  // Starts what waits, as far as there is room.
  useEffect(() => {
    const place = ENSEMBLE - envois.filter(({ etat }) => etat === 'envoi').length
    const aLancer = envois.filter(({ etat, cle }) => etat === 'attente' && !annulations.current.has(cle))
    for (const envoi of aLancer.slice(0, Math.max(0, place))) void lancer(envoi)
  })

  const enAnalyse = fichiers.some(({ etat }) => etat === 'en_analyse')
  useEffect(() => {
    if (!enAnalyse) return
    const minuterie = setInterval(async () => {
      const lus = await lireFichiers(adresse)
      if (!lus) return
      setFichiers((liste) => {
        const connus = liste.map((fichier) => lus.find(({ id }) => id === fichier.id) ?? fichier)
        const autres = lus.filter(({ id }) => !liste.some((fichier) => fichier.id === id) && !retires.current.has(id))
        return [...connus, ...autres]
      })
    }, RELECTURE)
    return () => clearInterval(minuterie)
  }, [enAnalyse, adresse])

  // The end of an analysis is heard, not only seen.
  const avant = useRef(initiales)
  useEffect(() => {
    const finis = fichiers.filter(
      ({ id, etat }) =>
        etat !== 'en_analyse' && avant.current.find((fichier) => fichier.id === id)?.etat === 'en_analyse',
    )
    avant.current = fichiers
    const mots = finis.map((fichier) =>
      refuse(fichier)
        ? (fichier.raisonRefus ?? `${fichier.nomFichier} est refusé.`)
        : `${fichier.nomFichier} est prêt.`,
    )
    if (mots.length) setAnnonce(mots.join(' '))
  }, [fichiers])

  function ajouter(code: string, choisis: Iterable<File>, remplace?: string) {
    let utilises = octetsUtilises(fichiers, envois)
    const nouveaux = [...choisis].map((fichier): Envoi => {
      const message = refusAvantEnvoi(fichier, utilises, limites)
      if (!message) utilises += fichier.size
      const etat = message ? 'refus' : 'attente'
      return { cle: crypto.randomUUID(), code, fichier, envoye: 0, etat, message: message ?? undefined, remplace }
    })
    // A new choice takes the place of what was refused for this piece.
    setEnvois((liste) => [...liste.filter((envoi) => envoi.code !== code || envoi.etat !== 'refus'), ...nouveaux])
    setAnnonce(nouveaux.map(({ fichier, message }) => message ?? `${fichier.name}\u00A0: envoi commencé.`).join(' '))
  }

  async function retirer(id: string) {
    const fichier = fichiers.find((candidat) => candidat.id === id)
    if (!(await retirerFichier(id))) {
      setAnnonce('Le fichier n’a pas pu être retiré\u00A0: réessayez.')
      return
    }
    retires.current.add(id)
    setFichiers((liste) => liste.filter((candidat) => candidat.id !== id))
    if (fichier) setAnnonce(`${fichier.nomFichier} est retiré.`)
  }

  return {
    fichiers,
    envois,
    annonce,
    ajouter,
    retirer,
    reessayer: (cle: string) => modifier(cle, { etat: 'attente', envoye: 0, message: undefined }),
    annuler: (cle: string) => annulations.current.get(cle)?.() ?? oublier(cle),
    oublier,
  }
}
