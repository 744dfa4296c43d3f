"""The names that Lindehof has of its own over the taxonomy, and what some of its people say that they can do."""
import json


def name_skills(adviser, table, say):
    """As the adviser would: a file, checked and imported."""
    report = adviser.act("skills.import_own_table", file=adviser.upload(table))
    assert report["imported"], f"{table.name} did not come in: {report['bad'][:3]}"
    say(f"{report['added']} own names over the taxonomy")


def tell_skills(signed_in, stories, say):
    """Each lets Collega look in a text of their own, and says of what was found what is right."""
    for story in json.loads(stories.read_text(encoding="utf-8")):
        person = signed_in(story["login"])
        person.act("skills.find_in_paper", text=story["text"])
        known = {one["concept"]: one["skill"] for one in person.read("skills.mine")["skills"]}
        for one in story["confirm"]:
            how = {name: value for name, value in one.items() if name != "concept"}
            person.act("skills.judge_skill", skill=known[one["concept"]], verdict="confirm", **how)
        for concept in story["strike"]:
            person.act("skills.judge_skill", skill=known[concept], verdict="strike")
        for one in story["state"]:
            person.act("skills.state_skill", **one)
    say("what some people can do, found and confirmed by themselves")
