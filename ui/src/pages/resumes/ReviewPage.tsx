import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { resumeQuery } from "../../ipc/queries.ts";
import { Review } from "./Review.tsx";

const route = getRouteApi("/resumes/$id");

/** What was understood of a resume, beside the file it came from. */
export function ReviewPage() {
  const { id } = route.useParams();
  const { data: stored } = useSuspenseQuery(resumeQuery(id));
  return <Review key={id} stored={stored} />;
}
