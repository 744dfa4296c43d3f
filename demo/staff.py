"""The generated organisation, as its files tell it: who can play which account of the demo, and which unit has which name."""
import csv


class Staff:
    def __init__(self, folder, today):
        self.people = {}  # in service, by number; the last row of somebody is how they are now
        for row in rows_of(folder / "medewerkers.csv"):
            in_service = row["Datum in dienst"] <= today and (not row["Datum uit dienst"] or row["Datum uit dienst"] >= today)
            if in_service:
                self.people[row["Personeelsnummer"]] = row
            else:
                self.people.pop(row["Personeelsnummer"], None)
        self.units = {row["Afdeling"]: row["Afdelingscode"] for row in rows_of(folder / "afdelingen.csv") if not row["Einddatum"]}
        self.top = next(row["Afdelingscode"] for row in rows_of(folder / "afdelingen.csv") if not row["Bovenliggende afdeling"])
        self.led = [row for row in rows_of(folder / "leidinggevenden.csv") if row["Rol"] == "Leidinggevende"]
        self.leaders = {row["Afdelingscode"]: row["Personeelsnummer"] for row in self.led if not row["Einddatum"]}
        self.cast = set()

    def write_leaders(self, path):
        """Who led which unit from which day on, in the form of an import of units."""
        names = {code: name for name, code in self.units.items()}
        with path.open("w", encoding="utf-8", newline="") as out:
            table = csv.writer(out, delimiter=";")
            table.writerow(["Afdelingscode", "Afdeling", "Leidinggevende", "Ingangsdatum"])
            table.writerows([row["Afdelingscode"], names[row["Afdelingscode"]], row["Personeelsnummer"], row["Ingangsdatum"]]
                            for row in self.led if row["Afdelingscode"] in names)
        return path

    def unit(self, name):
        """Its code; a small organisation has no such unit, and then it is the whole."""
        return self.units.get(name, self.top)

    def leader(self, unit):
        return self.leaders[unit]

    def player(self, account):
        """Who plays an account: somebody of its function or the leader of its unit, nobody twice. None for whom the organisation only hires."""
        if "name" in account:
            return None
        if "leads" in account:
            number = self.leader(self.unit(account["leads"][0]))
        else:
            number = self.somebody(account["functions"])
        self.cast.add(number)
        return number

    def somebody(self, functions):
        busy = self.cast | set(self.leaders.values())
        free = [row for number, row in sorted(self.people.items()) if number not in busy]
        fitting = [row for function in functions for row in free if row["Functie"] == function]
        lasting = [row for row in fitting or free if row["Soort contract"] == "Onbepaalde tijd"]
        return (lasting or fitting or free)[0]["Personeelsnummer"]

    def name(self, number):
        row = self.people[number]
        return " ".join(filter(None, (row["Roepnaam"], row["Tussenvoegsel"], row["Achternaam"])))


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")
