// The one place that knows every desk: their pages become addresses, and load when somebody goes there.
import { lazy, Suspense } from "react";
import { createBrowserRouter, RouterProvider } from "react-router-dom";
import { administration } from "./desks/administration/desk";
import { everyone } from "./desks/everyone/desk";
import { gateway } from "./desks/gateway/desk";
import { hiring } from "./desks/hiring/desk";
import { library } from "./desks/library/desk";
import { oversight } from "./desks/oversight/desk";
import { skills } from "./desks/skills/desk";
import { Gate } from "./entry/Gate";
import { type Desk, DesksContext, type Page } from "./frame/desk";
import { NoPage } from "./frame/NoPage";
import { Shell } from "./frame/Shell";
import { Waiting } from "./frame/Waiting";
import { WentWrong } from "./frame/WentWrong";
import { useSession } from "./frame/session";

const desks: Desk[] = [everyone, hiring, skills, gateway, oversight, administration, library];

/** A page that the person may not see looks like one that does not exist. */
function Allowed({ page, children }: { page: Page; children: React.ReactNode }) {
  const { may } = useSession();
  return !page.needs || may(page.needs) ? children : <NoPage />;
}

function routeOf(page: Page) {
  const Content = lazy(page.load);
  return { path: page.path, element: <Allowed page={page}><Content /></Allowed>, errorElement: <WentWrong /> };
}

function outsideRouteOf(page: Page) {
  const Content = lazy(page.load);
  return { path: `/${page.path}`, element: <Suspense fallback={<Waiting />}><Content /></Suspense>, errorElement: <WentWrong /> };
}

const pages = desks.flatMap((desk) => desk.pages);
const ChoosePassword = lazy(() => import("./entry/ChoosePassword"));

const router = createBrowserRouter([
  { path: "/password", element: <Suspense fallback={<Waiting />}><ChoosePassword /></Suspense> },
  ...pages.filter((page) => page.outside).map(outsideRouteOf),
  {
    path: "/",
    element: <Gate><Shell /></Gate>,
    errorElement: <WentWrong />,
    children: [...pages.filter((page) => !page.outside).map(routeOf), { path: "*", element: <NoPage /> }],
  },
]);

export function House() {
  return (
    <DesksContext.Provider value={desks}>
      <RouterProvider router={router} />
    </DesksContext.Provider>
  );
}
