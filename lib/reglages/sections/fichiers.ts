import { z } from 'zod'
import { enTexte, entier } from '@/lib/reglages/champs'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { taille } from '@/lib/socle/format'

const MO = 1_000_000

const schema = z
  .object({
    tailleFichierMo: entier({ min: 1, max: 100, unite: 'Mo', requis: 'Indiquez la taille permise pour un fichier' }),
    tailleDemandeMo: entier({ min: 1, max: 500, unite: 'Mo', requis: 'Indiquez la taille permise pour une demande' }),
  })
  .superRefine(({ tailleFichierMo, tailleDemandeMo }, contexte) => {
    if (tailleFichierMo > tailleDemandeMo)
      contexte.addIssue({
        code: 'custom',
        path: ['tailleFichierMo'],
        message: `Un fichier ne peut pas dépasser la taille de toute la demande : au plus ${tailleDemandeMo} Mo`,
      })
  })
  .transform(({ tailleFichierMo, tailleDemandeMo }) => ({
    tailleMaxFichierOctets: tailleFichierMo * MO,
    tailleMaxDemandeOctets: tailleDemandeMo * MO,
  }))

export const fichiers = {
  schema,
  valeurs: (reglages) => ({
    tailleFichierMo: enTexte(Math.round(reglages.tailleMaxFichierOctets / MO)),
    tailleDemandeMo: enTexte(Math.round(reglages.tailleMaxDemandeOctets / MO)),
  }),
  lignes: (reglages) => [
    { cle: 'Un fichier', valeur: `${taille(reglages.tailleMaxFichierOctets)} au plus` },
    { cle: 'Une demande, tous fichiers réunis', valeur: `${taille(reglages.tailleMaxDemandeOctets)} au plus` },
  ],
  effets: () => [
    {
      texte: 'Les pièces déjà envoyées restent, quelle que soit leur taille. Les envois suivants suivent ces limites.',
    },
  ],
} satisfies DefinitionSection
