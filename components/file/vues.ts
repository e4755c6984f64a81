import type { Vue } from '@/lib/demandes/filtres-file'

type VueDite = {
  libelle: string
  /** Warm counter: these two views only. */
  chaud?: true
  /** What the view says when nothing is in it, and what to do. */
  vide: { titre: string; texte: string; vers?: { vue: Vue; libelle: string } }
}

const versMes = { vue: 'mes_demandes', libelle: 'Voir mes demandes' } as const
const versAPrendre = { vue: 'a_prendre', libelle: 'Voir les demandes à prendre' } as const

/** The views, in the order of their tabs. */
export const vuesDites: Record<Vue, VueDite> = {
  a_prendre: {
    libelle: 'À prendre',
    vide: { titre: 'Rien à prendre', texte: 'Chaque demande ouverte est suivie par un agent.', vers: versMes },
  },
  mes_demandes: {
    libelle: 'Mes demandes',
    vide: {
      titre: 'Vous ne suivez aucune demande',
      texte: 'Celles dont vous vous occupez se rangent ici.',
      vers: versAPrendre,
    },
  },
  en_retard: {
    libelle: 'En retard',
    chaud: true,
    vide: { titre: 'Aucune demande en retard', texte: 'Toutes les échéances sont tenues à ce jour.', vers: versMes },
  },
  urgentes: {
    libelle: 'Urgentes',
    chaud: true,
    vide: { titre: 'Aucune demande urgente', texte: 'Aucun dossier urgent n’est ouvert.', vers: versAPrendre },
  },
  en_attente: {
    libelle: 'En attente du partenaire',
    vide: {
      titre: 'Aucune demande n’attend le partenaire',
      texte: 'Quand vous demandez un complément, la demande se range ici et son délai s’arrête.',
      vers: versMes,
    },
  },
  toutes: {
    libelle: 'Toutes',
    vide: {
      titre: 'Aucune demande ouverte',
      texte: 'Les nouvelles demandes des partenaires arrivent ici dès qu’elles sont transmises.',
      vers: { vue: 'closes', libelle: 'Voir les demandes closes' },
    },
  },
  closes: {
    libelle: 'Closes',
    vide: {
      titre: 'Aucune demande close',
      texte: 'Les demandes traitées ou annulées restent consultables ici.',
      vers: { vue: 'toutes', libelle: 'Voir les demandes ouvertes' },
    },
  },
}
