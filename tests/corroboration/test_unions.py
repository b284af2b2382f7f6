"""Groups do not depend on the order in which their members are joined."""

from hypothesis import given
from hypothesis import strategies as st

from entrepot.corroboration.unions import Unions

_PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@given(pairs=_PAIRS, seed=st.randoms())
def test_the_root_is_the_smallest_member_in_any_order(pairs: list[tuple[int, int]], seed) -> None:
    shuffled = list(pairs)
    seed.shuffle(shuffled)
    one, other = Unions[int](), Unions[int]()
    for unions, order in ((one, pairs), (other, shuffled)):
        for pair in order:
            unions.join(*pair)
    roots = [one.root(at) for at in range(13)]
    assert roots == [other.root(at) for at in range(13)]
    assert all(one.root(left) == one.root(right) for left, right in pairs)
    assert all(root == min(at for at in range(13) if roots[at] == root) for root in roots)
