from archgen.documents.nested_lists import told
from archgen.model.dossier import Instead, Passage


def test_other_cases_stand_below_their_step() -> None:
    inner = Instead("1a.1a", "Twice", (Passage("A", "B", "again"),))
    cases = (
        Instead("1a", "The card is refused (failure)", (Passage("B", "A", "no", (inner,)),), failure=True),
        Instead("1b", "Nobody *answers*", ()),
    )
    assert told((Passage("A", "B", "ask", cases), Passage("B", "A", "yes!"))).splitlines() == [
        "1. **A** to **B**: ask.",
        "   - **1a.** **The card is refused** (failure):",
        "     1. **B** to **A**: no.",
        "        - **1a.1a.** Twice:",
        "          1. **A** to **B**: again.",
        r"   - **1b.** Nobody \*answers\*.",
        "1. **B** to **A**: yes!",
    ]
