import { z } from 'zod'
import { enTexte, entier } from '@/lib/reglages/champs'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { pluriel, taille } from '@/lib/socle/format'

const MO = 1_000_000

const schema = z
  .object({
    tailleFichierMo: entier({ min: 1, max: 100, unite: 'Mo', requis: 'Indiquez la taille permise pour un fichier' }),
    tailleDemandeMo: entier({ min: 1, max: 500, unite: 'Mo', requis: 'Indiquez la taille permise pour une demande' }),
    documentDisponibleJours: entier({
      min: 1,
      max: 365,
      unite: 'jours',
      requis: 'Indiquez combien de jours un document remis reste disponible',
    }),
  })
  .superRefine(({ tailleFichierMo, tailleDemandeMo }, contexte) => {
    if (tailleFichierMo > tailleDemandeMo)
      contexte.addIssue({
        code: 'custom',
        path: ['tailleFichierMo'],
        message: `Un fichier ne peut pas dépasser la taille de toute la demande : au plus ${tailleDemandeMo} Mo`,
      })
  })
  .transform(({ tailleFichierMo, tailleDemandeMo, documentDisponibleJours }) => ({
    documentDisponibleJours,
    tailleMaxFichierOctets: tailleFichierMo * MO,
    tailleMaxDemandeOctets: tailleDemandeMo * MO,
  }))

export const fichiers = {
  schema,
  valeurs: (reglages) => ({
    tailleFichierMo: enTexte(Math.round(reglages.tailleMaxFichierOctets / MO)),
    tailleDemandeMo: enTexte(Math.round(reglages.tailleMaxDemandeOctets / MO)),
    documentDisponibleJours: enTexte(reglages.documentDisponibleJours),
  }),
  lignes: (reglages) => [
    { cle: 'Un fichier', valeur: `${taille(reglages.tailleMaxFichierOctets)} au plus` },
    { cle: 'Une demande, tous fichiers réunis', valeur: `${taille(reglages.tailleMaxDemandeOctets)} au plus` },
    {
      cle: 'Un document remis dans le portail',
      valeur: `disponible ${pluriel(reglages.documentDisponibleJours, 'jour')}`,
    },
  ],
  effets: (avant, apres) => [
    ...(avant.tailleMaxFichierOctets === apres.tailleMaxFichierOctets &&
    avant.tailleMaxDemandeOctets === apres.tailleMaxDemandeOctets
      ? []
      : [
          {
            texte:
              'Les pièces déjà envoyées restent, quelle que soit leur taille. Les envois suivants suivent ces limites.',
          },
        ]),
    ...(avant.documentDisponibleJours === apres.documentDisponibleJours
      ? []
      : [
          {
            texte: `Les documents déjà remis gardent leur date. Les suivants pourront être téléchargés pendant ${pluriel(apres.documentDisponibleJours, 'jour')}, puis seront effacés\u00A0; un agent peut prolonger un document.`,
          },
        ]),
  ],
} satisfies DefinitionSection
