import type { ReactNode } from 'react'
import { DocumentsUtiles } from '@/components/bibliotheque/documents-utiles'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { VotreDemande } from '@/components/demandes/votre-demande'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { EtatEnregistrement } from '@/components/formulaire/etat-enregistrement'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionEnregistrerBrouillon, actionValiderEtape } from '@/lib/demandes/actions'
import { adresseBrouillon } from '@/lib/demandes/adresses'
import type { Etape } from '@/lib/demandes/modele'
import type { BrouillonRepris } from '@/lib/demandes/queries-brouillon'
import { heure, relatif } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** «Étape 2 sur 5 · Enregistré à 14 h 02» above the title of a step. */
export function Avancement({ cadre, etape, fige }: { cadre: BrouillonRepris; etape: Etape; fige?: boolean }) {
  const { modifieLe } = cadre.brouillon
  const maintenant = new Date()
  const quand =
    dateAParis(modifieLe) === dateAParis(maintenant) ? `à ${heure(modifieLe)}` : relatif(modifieLe, maintenant)
  return (
    <p className="mb-1 flex flex-wrap gap-x-2 text-15 text-encre-2">
      Étape {cadre.etapes.indexOf(etape) + 1} sur {cadre.etapes.length} {!fige && <span aria-hidden="true">·</span>}{' '}
      {!fige && <EtatEnregistrement initial={`Enregistré ${quand}`} />}
    </p>
  )
}

/** Address of the step before. */
export function etapePrecedente(cadre: BrouillonRepris, etape: Etape): string {
  return adresseBrouillon(cadre.brouillon.id, cadre.etapes[cadre.etapes.indexOf(etape) - 1] ?? 'motif')
}

/** A step that is a question page: its fields, saved while they are typed, then «Continuer». */
export function CadreEtape({
  cadre,
  etape,
  titre,
  note,
  large,
  children,
}: {
  cadre: BrouillonRepris
  etape: 'personne' | 'besoin' | 'pieces'
  titre: string
  /** Instead of the summary of the demande. */
  note?: ReactNode
  large?: boolean
  children: ReactNode
}) {
  const { id, version } = cadre.brouillon
  return (
    <>
      <FilRetour href={etapePrecedente(cadre, etape)} />
      <DeuxColonnes
        note={
          <>
            {note ?? <VotreDemande cadre={cadre} />}
            {etape !== 'personne' && <DocumentsUtiles documents={cadre.documents} />}
          </>
        }
        large={large}
      >
        <Formulaire
          action={actionValiderEtape}
          autosave={actionEnregistrerBrouillon}
          titrePage={titre}
          cle={`${etape}-${id}`}
        >
          <Avancement cadre={cadre} etape={etape} />
          <h1 className="mb-6">{titre}</h1>
          <ChampCache name="id" valeur={id} />
          <ChampCache name="etape" valeur={etape} />
          <ChampCache name="version" valeur={version} />
          {children}
          <div className="rangee-boutons mt-8">
            <BoutonEnvoi enCours="Vérification…">Continuer</BoutonEnvoi>
            <BoutonEnvoi enCours="Enregistrement…" aspect="tiers" name="suite" value="plus_tard">
              Enregistrer et reprendre plus tard
            </BoutonEnvoi>
          </div>
        </Formulaire>
      </DeuxColonnes>
    </>
  )
}
