import { describe, expect, it } from "@jest/globals";
import { areAllPosts, namesAPerson } from "../../../../subgraphs/concerns/reviews/posts.js";

describe("a post", () => {
  it.each([
    "Head of school",
    "Postgraduate Dean",
    "Professor of nursing",
    "Director of medical education",
    "Learners of two years, in a group",
    "Ward sister, acute medicine",
    "Drama therapist",
    "Missing persons liaison",
  ])("%s names nobody", (post) => {
    expect(namesAPerson(post)).toBe(false);
  });

  it.each([
    "Dr Adams",
    "DR ADAMS",
    "Head of school, Dr. Ada Adams",
    "Professor of nursing, Prof Brook",
    "mrs Brook",
    "ada.adams@example.org",
    "Director of education (01632 960123)",
  ])("%s names somebody", (text) => {
    expect(namesAPerson(text)).toBe(true);
  });

  it.each([
    [[], true],
    [["Head of school", "Lay member"], true],
    [["Head of school", "Dr Adams"], false],
    [["Head of school", "  "], false],
  ])("%j are all posts: %s", (texts, all) => {
    expect(areAllPosts(texts)).toBe(all);
  });
});
