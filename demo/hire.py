"""The vacancies of Lindehof and who applied: as far as its recruiter got on the morning that the demo begins."""
import json


class Procedure:
    """One vacancy, and the story that lindehof/vacancies.json tells of it."""

    def __init__(self, recruiter, story, papers):
        self.recruiter, self.story, self.papers = recruiter, story, papers
        self.name, self.vacancy, self.names, self.job, self.applications = story["vacancy"], None, [], None, {}
        self.links = []

    def begin(self, staff):
        """The requirements as a careful recruiter sets them, each with the sentence where the vacancy says the same; frozen, except in a draft."""
        paper = next((self.papers / "vacancies").glob(f"{self.name}.*"))
        read = self.recruiter.act("hiring.read_vacancy", file=self.recruiter.upload(paper))
        unit = staff.unit(self.story["unit"])
        added = self.recruiter.act("hiring.add_vacancy", title=read["title"], text=read["text"], unit=unit, manager=staff.leader(unit))
        self.vacancy = added["row"]["vacancy"]
        draft = "draft" in self.story
        self.change("set_requirements", requirements=read["requirements"] if draft else self.requirements(read["requirements"]))
        if not draft:
            self.change("freeze_requirements")

    def requirements(self, proposed):
        quotes = {one["label"].casefold(): one for one in proposed}
        chosen = json.loads((self.papers / f"criteria/{self.name}.json").read_text(encoding="utf-8"))
        return [{**one, "threshold": str(one.get("threshold", "")), **quote_of(quotes.get(one["label"].casefold(), {}))} for one in chosen]

    def receive(self, slugs):
        """All papers at once; the server reads and matches them while the next vacancy's come in."""
        paths = [path for slug in slugs for path in sorted((self.papers / "cvs").glob(f"{slug}_*"))]
        files = [self.recruiter.upload(path) for path in paths]
        self.names = [path.name for path in paths]
        self.job = self.recruiter.start("hiring.add_candidates", vacancy=self.vacancy, files=files)

    def received(self):
        """While names are hidden nobody is told whose file has which code. The demo knows its candidates: applications are numbered as they come."""
        came = [self.names[one["number"] - 1].split("_")[0] for one in self.recruiter.job(self.job)["files"] if one["outcome"] == "read"]
        rows = self.recruiter.act("hiring.matrix", vacancy=self.vacancy)["rows"]
        self.applications = dict(zip(came, sorted(row["application"] for row in rows)))
        return len(self.applications)

    def tell(self, manager):
        """What was decided, said and asked so far; nobody judges a file that they did not open."""
        for asker, operation, said in ((self.recruiter, "decide", "decisions"), (manager, "give_view", "views")):
            for one in self.story.get(said, []):
                view = dict(application=self.applications[one["who"]], verdict=one["verdict"], reason=one["reason"])
                if self.opened(asker, one["who"])["group"] == "own_view_first":
                    asker.act("hiring.give_view", **view)
                asker.act(f"hiring.{operation}", **view)
        for who in self.story.get("questions", []):
            if self.opened(self.recruiter, who)["group"] != "own_view_first":
                self.recruiter.act("hiring.draft_questions", application=self.applications[who])
        self.links = [{**{name: one[name] for name in ("name", "what")}, "path": f"/my-application#{self.link(one['who'])}"}
                      for one in self.story.get("links", [])]
        if "shortlist" in self.story:
            self.change("decide_shortlist")
        for one in self.story.get("moves", []):
            self.recruiter.act("hiring.move", application=self.applications[one["who"]], stage=one["stage"])
        if "close" in self.story:
            self.change("close_vacancy")

    def link(self, who):
        return self.recruiter.act("hiring.make_link", application=self.applications[who])["token"]

    def opened(self, asker, who):
        return asker.act("hiring.candidate", application=self.applications[who])

    def change(self, step, **given):
        version = self.recruiter.act("hiring.vacancy", vacancy=self.vacancy)["version"]
        self.recruiter.act(f"hiring.{step}", vacancy=self.vacancy, version=version, **given)


def quote_of(proposed):
    return {name: proposed[name] for name in ("quote_start", "quote_end") if name in proposed}


def hire(recruiter, manager, staff, stories, sources, papers, say):
    """`sources`: a folder of candidates for each vacancy. Gives the links of candidates that the log-in page shows."""
    procedures = [Procedure(recruiter, story, papers) for story in stories]
    for procedure in procedures:
        procedure.begin(staff)
    say(f"{len(procedures)} vacancies, their requirements frozen before the first CV is opened")
    drafts = {procedure for procedure in procedures if "draft" in procedure.story}
    for procedure in procedures:
        if procedure not in drafts:
            procedure.receive(sorted(path.stem for path in (sources / procedure.name).glob("*.yaml")))
    for procedure in procedures:
        if procedure not in drafts:
            say(f"{procedure.received()} candidates beside {procedure.name}")
            procedure.tell(manager)
    return [link for procedure in procedures for link in procedure.links]
