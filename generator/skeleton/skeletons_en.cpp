#include "skeleton/skeleton_kind.h"

namespace traff {

namespace {

constexpr std::string_view letter = R"(---
title: Welcome to the network
status: draft
---

Hello!

Say who you are, and that the participant is welcome. The letter may be printed, so keep it to one page.

## Our days

::: program
:::

## Before the first meeting

- Say what the participant does before the first meeting, one thing on each line.

Kind regards,\
the network's leaders
)";

constexpr SkeletonRow rows[] = {
    {SkeletonKind::network, "The network's name", R"(---
title: {title}
type: network
status: draft
year: {term}
organiser:
audience:
contact:
summary:
---

Say for whom the network is, and what the participant takes home when the year is over.

## What we work with

- Write one subject on each line.

## What we count on

Say how much time it takes, and what the participant's head teacher should know.
)"},
    {SkeletonKind::meeting, "The meeting's subject", R"(---
status: draft
date:
time: 09.00–16.00
place:
---

# Meeting {number}: {title}

## Purpose

Say what the participant should take home from the meeting.

## Before the meeting

- Say what the participant should read, see or do before the meeting, one thing on each line.

## Programme

- 09.00 Coffee and welcome (15 min)
- 09.15 Say what you do, one point on each line
- 12.00 Lunch (60 min)
- 15.45 Evaluation (15 min)

## For the next meeting

Say what the participant tries out at school. If there is nothing, remove the heading.
)"},
    {SkeletonKind::assignment, "What the presentation is about", R"(---
status: draft
meeting: {number}
form: spoken, in a group of four
duration: 15–20 min
hand-in:
---

# Assignment {letter}: {title}

Say in a few words what the participant should tell the others about.

## Where we are

- Write one question to start from on each line.

## Next step

- Write another question.
)"},
    {SkeletonKind::deck, "Title of the slides", R"(---
title: {title}
type: presentation
status: draft
meeting: {number}
lecturer:
---

# The first slide

- Write four short points at most.

Notes: Write here what you mean to say. It does not show on the screen, but everyone can read it on the page.

# The second slide

- Each line that begins with # and a space is a new slide.
)"},
    {SkeletonKind::literature, "Reading", R"(---
title: {title}
type: literature
status: draft
---

Say which book everyone should get, and when you read it.

## Required

- Surname, A., & Surname, B. (2019). *The book's title*. The publisher.

## Further reading

- Surname, A. (2017). The article's title. *The journal*, *12*(3), 45–67.
)"},
    {SkeletonKind::report, "Title of the report", R"(---
title: {title}
type: report
status: draft
author:
meeting: {number}
---

Say in a few sentences what you wanted to find out, and what you found.

## Background

Say why you chose the question.

## What we did

Say what you tried, for how long and with whom. Write no names of pupils.

## What we saw

Say what happened, and how you know.

## Conclusion

Say what you do next.
)"},
    {SkeletonKind::form, "The form's name", R"(---
title: {title}
type: form
status: draft
duration: 60 min
---

Say what the form is for, and when to fill it in.

## Who does what

| Task | Fill in |
| --- | --- |
| Chair | ____ |
| Secretary | ____ |

## Steps

1. Write the first step and how long it may take. (15 min)
2. Write the next step. (45 min)
)"},
    {SkeletonKind::page, "The page's title", R"(---
title: {title}
status: draft
summary:
---

Write what matters most first.

## A heading

Write the rest here.
)"},
    {SkeletonKind::statement, "Accessibility statement", R"(---
title: {title}
status: draft
body:
website:
conformity: partially compliant
assessed:
method:
contact:
---

## What is not accessible

- Write one problem on each line: what it is about, why it is there and how to learn the same in another way.

## Content we have exempted

Write what you have exempted and why, or remove the heading.
)"},
};

}  // namespace

std::span<const SkeletonRow> english_skeletons() { return rows; }
std::string_view english_letter() { return letter; }

}  // namespace traff
