"""`paradero search-anew`: every open enquiry once more against everything, and older weights by the model in use."""

from paradero.cli.house import open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import emit, progress, say
from paradero.cli.words import some


def search_anew(*, as_json: AsJson = False) -> None:
    """Search every open enquiry anew, and who is alike among enquiries and sightings; weigh anew what is older.

    What is new is searched without being asked for, and leaves earlier weights as people saw them. After another model
    was put in use, this is how they change: each such candidate says when, and the audit log has it.
    """
    house = open_house()
    from paradero.procedures.propose_candidates import propose_candidates
    from paradero.procedures.propose_likenesses import propose_likenesses

    with progress() as line:
        task = line.add_task("Searching", total=None)
        proposed = propose_candidates(
            progress=lambda done, of: line.update(task, completed=done, total=of), **house.hands()
        )
        task = line.add_task("Comparing enquiries, and sightings, among themselves", total=None)
        likened = propose_likenesses(
            progress=lambda done, of: line.update(task, completed=done, total=of), **house.hands()
        )
    if as_json:
        emit(proposed)
    else:
        say(
            f"{some(proposed.enquiries, 'enquiry')} against {some(proposed.sightings, 'sighting')}: "
            f"{some(len(proposed.new), 'new candidate')}, {proposed.reweighed} weighed anew, {proposed.kept} as before."
        )
        say(
            f"Among themselves: {some(likened.new, 'new pair')} that may be one person, to be looked at on their pages."
        )
