"""Document -> Claim: what a report asserts, in the words of whom, how firmly, about when.

sentences, parsing      blocks into sentences, sentences into parses where a trigger makes a parse worth its time;
parse_repairs           attachments that cannot be meant set right
phrases, clauses        noun phrases; predicates with their arguments, however the sentence is built
names, name_links,      proper names of the document and their shorter forms, with the classes of words that tell a
name_kinds, name_words  person, firm, place or ship; mentions: what a noun phrase names, and in which sense
mentions
coreference, context,   pronouns and definite phrases to what they stand for
antecedents
frames/                 the tables of the contract's frames, and the matcher
modality, timing,       how firmly; when, where and how much
places, quantities
quotations, sources,    reported speech; nouns read as sources; the chain of attribution of each claim
attribution
offices, checks         offices given to persons; offices and memberships against the tables
dates/                  date expressions and their calendar values
extraction              the whole of it, for one document
"""

from entrepot.claims.checks import find_office_issues
from entrepot.claims.extraction import METHOD, Extraction, extract, read_quotations

__all__ = ["METHOD", "Extraction", "extract", "find_office_issues", "read_quotations"]
