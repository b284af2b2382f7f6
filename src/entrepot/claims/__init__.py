"""Document -> Claim: what a report asserts, in the words of whom, how firmly, about when.

sentences, parsing      blocks into sentences, sentences into parses where a trigger makes a parse worth its time
phrases, clauses        noun phrases; predicates with their arguments, however the sentence is built
names, mentions         proper names of the document; what a noun phrase names, and in which sense
coreference, context    pronouns and definite phrases to what they stand for
frames/                 the tables of the contract's frames, and the matcher
modality, timing        how firmly; when and where
quotations, attribution reported speech; the chain of attribution of each claim
dates/                  date expressions and their calendar values
extraction              the whole of it, for one document
"""

from entrepot.claims.extraction import METHOD, Extraction, extract, read_quotations

__all__ = ["METHOD", "Extraction", "extract", "read_quotations"]
