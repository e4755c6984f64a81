import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { type Agir, adresseAgir } from '@/components/traitement/adresses'
import { RelireApresRefus } from '@/components/traitement/relire-apres-refus'
import { type AspectBouton, LienBouton } from '@/components/ui/bouton'
import { Menu } from '@/components/ui/menu'
import { actionPrendre } from '@/lib/demandes/actions'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { actePossible, prenable } from '@/lib/demandes/regles'
import { actionAttribuer } from '@/lib/equipes/actions'

type Contexte = {
  demande: DemandeDeCaisse
  filtres: FiltresFile | null
  moi: string
  agir: Agir
  raccourcis: boolean
  titrePage: string
  suite: string
}

/** «Je m’en occupe»: takes what nobody has, or what a colleague follows. */
function Prendre({ demande, moi, raccourcis, titrePage, suite, aspect }: Contexte & { aspect: AspectBouton }) {
  const libre = prenable(demande)
  return (
    <Formulaire
      action={libre ? actionPrendre : actionAttribuer}
      titrePage={titrePage}
      cle="prendre"
      suite={suite}
      className="max-tab:w-full"
    >
      <ChampCache name="id" valeur={demande.id} />
      {!libre && <ChampCache name="a" valeur={`agent:${moi}`} />}
      <BoutonEnvoi aspect={aspect} enCours="Un instant…" touche={raccourcis ? 'a' : undefined}>
        Je m’en occupe
      </BoutonEnvoi>
      <RelireApresRefus />
    </Formulaire>
  )
}

function AutresActions({ autres }: { autres: { href: string; libelle: string }[] }) {
  if (autres.length === 0) return null
  return (
    <Menu libelle="Autres actions" classeBouton="bouton bouton--tiers">
      <ul>
        {autres.map(({ href, libelle }) => (
          <li key={href}>
            <a href={href} data-agir="">
              {libelle}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  )
}

/** The acts that the state allows, the most likely one first and filled. */
export function ActionsDemande(contexte: Contexte) {
  const { demande, filtres, moi, agir } = contexte
  const { etat, agent, reference } = demande
  const mienne = agent?.id === moi
  const aPrendre = prenable(demande)
  const liens: { acte: Agir; libelle: string; possible: boolean }[] = [
    { acte: 'complet', libelle: 'Le dossier est complet', possible: actePossible('recevoir_complement', etat) },
    { acte: 'clore', libelle: 'Répondre et clore', possible: actePossible('clore', etat) },
    { acte: 'complement', libelle: 'Demander un complément', possible: actePossible('demander_complement', etat) },
    { acte: 'attribuer', libelle: 'Attribuer', possible: actePossible('passer', etat) },
  ]
  // Rarer acts, behind one button.
  const autres: typeof liens = [
    { acte: 'proposer', libelle: 'Proposer des créneaux de rendez-vous', possible: demande.ouverte },
    { acte: 'fixer', libelle: 'Fixer un rendez-vous', possible: demande.ouverte },
    { acte: 'poster', libelle: 'Document envoyé par courrier', possible: etat !== 'annulee' },
    { acte: 'motif', libelle: 'Corriger le motif', possible: actePossible('corriger', etat) },
    { acte: 'transferer', libelle: 'Transférer à une autre caisse', possible: actePossible('corriger', etat) },
    {
      acte: 'urgence',
      libelle: demande.urgent ? 'Retirer l’urgence' : 'Traiter en urgence',
      possible: actePossible('corriger', etat),
    },
    { acte: 'lier', libelle: 'Lier à une autre demande', possible: true },
    {
      acte: 'procedure',
      libelle: demande.procedureOrdinaire
        ? 'Retirer «\u00A0procédure ordinaire possible\u00A0»'
        : 'Procédure ordinaire possible',
      possible: etat !== 'annulee',
    },
  ]
  const possibles = liens.filter(({ possible }) => possible)
  if (possibles.length === 0 && autres.length === 0) return null
  const aspect = (acte: Agir, rang: number): AspectBouton =>
    acte === 'attribuer' ? 'tiers' : rang === 0 && !aPrendre ? 'primaire' : 'secondaire'
  return (
    <div className="rangee-boutons mt-4 items-start!">
      {aPrendre && <Prendre {...contexte} aspect="primaire" />}
      {possibles.map(({ acte, libelle }, rang) => (
        <LienBouton
          key={acte}
          href={adresseAgir(reference, filtres, acte)}
          aspect={aspect(acte, rang)}
          data-agir=""
          touche={contexte.raccourcis && acte === 'clore' ? 'c' : undefined}
          aria-current={acte === agir ? 'true' : undefined}
        >
          {libelle}
        </LienBouton>
      ))}
      {!aPrendre && !mienne && <Prendre {...contexte} aspect="tiers" />}
      <AutresActions
        autres={autres
          .filter(({ possible }) => possible)
          .map(({ acte, libelle }) => ({ href: adresseAgir(reference, filtres, acte), libelle }))}
      />
    </div>
  )
}
