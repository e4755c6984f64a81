import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ArrowDown, ArrowUp } from '@/components/ui/icones'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe, libelleIssue } from '@/lib/demandes/registre'
import { actionOrdonnerModele } from '@/lib/modeles-reponse/actions'
import { libelleActeModele } from '@/lib/modeles-reponse/libelles'
import type { ModeleDeCaisse } from '@/lib/modeles-reponse/queries'
import { pluriel } from '@/lib/socle/format'

/** «Étude de dossier, PUMa», «Contacter la caisse», «Toutes les demandes». */
function porteeDe({ motif, service }: ModeleDeCaisse): string {
  if (motif) return `${definitionDe(motif.service as Service).libelleCourt}, ${motif.libelleCourt}`
  return service ? definitionDe(service as Service).libelleCourt : 'Toutes les demandes'
}

function effetDe({ acte, issue, motif, service }: ModeleDeCaisse): string {
  const de = (motif?.service ?? service) as Service | null
  const resultat = issue && de && libelleIssue(de, issue)
  return `${libelleActeModele[acte]}${resultat ? `\u00A0: ${resultat.toLowerCase()}` : ''}`
}

function Deplacer({
  modele,
  sens,
  titrePage,
}: {
  modele: ModeleDeCaisse
  sens: 'monter' | 'descendre'
  titrePage: string
}) {
  return (
    <Formulaire action={actionOrdonnerModele} titrePage={titrePage} cle={`${sens}-${modele.id}`}>
      <ChampCache name="id" valeur={modele.id} />
      <ChampCache name="sens" valeur={sens} />
      <BoutonEnvoi aspect="tiers" dense enCours="…" className="px-1!">
        {sens === 'monter' ? <ArrowUp /> : <ArrowDown />}
        <span className="sr-only">
          {sens === 'monter' ? 'Monter' : 'Descendre'} {modele.titre}
        </span>
      </BoutonEnvoi>
    </Formulaire>
  )
}

/** The templates in the order of the caisse: what each is for, what it does, and how often it served. */
export function ListeModeles({
  modeles,
  enregistre,
  ordonnable,
  titrePage,
}: {
  modeles: ModeleDeCaisse[]
  /** The one just saved. */
  enregistre?: string
  /** The whole list is shown: a place in it means something. */
  ordonnable: boolean
  titrePage: string
}) {
  return (
    <ol className="mt-5 border-t border-filet-2">
      {modeles.map((modele, rang) => (
        <li
          key={modele.id}
          id={modele.id}
          className={`flex scroll-mt-4 flex-wrap items-start gap-x-4 gap-y-1 border-b border-filet py-3 ${modele.id === enregistre ? 'bg-bleu-50' : ''}`}
        >
          <div className="min-w-0 flex-1 basis-80">
            <h2 className="text-17!">
              <a href={`/caisse/modeles/${modele.id}`}>{modele.titre}</a>
            </h2>
            <p className="line-clamp-2 text-15 text-encre-2">{modele.texte}</p>
          </div>
          <div className="basis-64 text-15">
            <p>{effetDe(modele)}</p>
            <p className="text-encre-2">{porteeDe(modele)}</p>
          </div>
          <p className="basis-28 text-15 text-encre-2">
            {modele.usages === 0 ? 'Pas encore servi' : `Servi ${pluriel(modele.usages, 'fois', 'fois')}`}
          </p>
          {ordonnable && (
            <div className="flex basis-18 gap-1">
              {rang > 0 && <Deplacer modele={modele} sens="monter" titrePage={titrePage} />}
              {rang < modeles.length - 1 && <Deplacer modele={modele} sens="descendre" titrePage={titrePage} />}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
