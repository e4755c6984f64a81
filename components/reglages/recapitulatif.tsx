import type { ReactNode } from 'react'
import { Avis } from '@/components/ui/avis'
import { Resume } from '@/components/ui/resume'
import { libellesTypeContact } from '@/lib/reglages/contacts'
import { titresSection } from '@/lib/reglages/libelles'
import type { LigneReglage, Section } from '@/lib/reglages/modele'
import type { ReglagesEnMots } from '@/lib/reglages/queries'
import { pluriel } from '@/lib/socle/format'

const groupes: { titre: string; sections: (Section | 'motifs' | 'contacts')[] }[] = [
  { titre: 'Les demandes', sections: ['services', 'motifs', 'delais', 'rendez-vous', 'fichiers'] },
  { titre: 'Le partenariat', sections: ['habilitations', 'conventions', 'statistiques', 'contacts'] },
  { titre: 'Les données', sections: ['conservation', 'surveillance'] },
]

/** Everything a caisse has set, in words, with the way to change each part. */
export function Recapitulatif({
  reglages,
  base,
  enregistre,
}: {
  reglages: ReglagesEnMots
  /** Address of the settings of the caisse. */
  base: string
  /** The section just saved. */
  enregistre?: string
}) {
  const titre = (section: Section | 'motifs' | 'contacts') =>
    section === 'motifs' ? 'Motifs' : section === 'contacts' ? 'Contacts' : titresSection[section]
  const lignes = (section: Section | 'motifs' | 'contacts'): LigneReglage[] => {
    if (section === 'motifs') return lignesMotifs(reglages.motifs)
    if (section === 'contacts') return lignesContacts(reglages.contacts)
    return reglages.sections.find((candidate) => candidate.section === section)?.lignes ?? []
  }
  return (
    <div className="max-w-210">
      {groupes.map((groupe) => (
        <Groupe key={groupe.titre} titre={groupe.titre}>
          {groupe.sections.map((section) => (
            <div key={section} id={section} className="scroll-mt-4">
              {enregistre === section && (
                <Avis role="status" className="mb-4">
                  Enregistré. Ce réglage vaut à partir de maintenant.
                </Avis>
              )}
              <Resume titre={titre(section)} modifier={`${base}/${section}`} lignes={lignes(section)} niveau={3} />
            </div>
          ))}
        </Groupe>
      ))}
    </div>
  )
}

function Groupe({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-5">{titre}</h2>
      {children}
    </section>
  )
}

function lignesMotifs({ caches, renommes, propres }: ReglagesEnMots['motifs']): LigneReglage[] {
  return [
    {
      cle: 'Catalogue national',
      valeur:
        caches + renommes === 0
          ? 'proposé tel quel'
          : [
              caches > 0 && pluriel(caches, 'motif caché', 'motifs cachés'),
              renommes > 0 && pluriel(renommes, 'motif renommé', 'motifs renommés'),
            ]
              .filter(Boolean)
              .join(', '),
    },
    { cle: 'Motifs propres à la caisse', valeur: propres === 0 ? 'aucun' : pluriel(propres, 'motif') },
  ]
}

function lignesContacts(contacts: ReglagesEnMots['contacts']): LigneReglage[] {
  return Object.entries(libellesTypeContact).map(([type, cle]) => {
    const siens = contacts.filter((contact) => contact.type === type)
    const enMots = siens.map(({ theme, nom, courriel, telephone, adresse }) =>
      type === 'referent' ? nom : (theme ?? courriel ?? telephone ?? adresse),
    )
    return { cle, valeur: enMots.length > 0 ? enMots.join(', ') : 'à renseigner' }
  })
}
