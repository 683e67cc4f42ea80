// Which folders are never a site's, by their names.
#include "output/own_folder.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("the root, the home folder and what is above it, the computer's own folders and git's are barred") {
  const std::string home = "/home/anna";
  CHECK(barred_place("/", home) == BarredPlace::root);
  CHECK(barred_place("/", "") == BarredPlace::root);
  for (const char* folder : {"/home/anna", "/home"}) CHECK(barred_place(folder, home) == BarredPlace::home);
  CHECK(barred_place("/data", "/data/users/anna") == BarredPlace::home);
  for (const char* folder : {"/etc", "/etc/nginx", "/etc/a/b", "/usr", "/usr/bin", "/usr/lib/x", "/bin", "/dev",
                             "/dev/shm", "/proc/1", "/sys", "/boot", "/var", "/tmp", "/root", "/run"}) {
    INFO(folder);
    CHECK(barred_place(folder, home) == BarredPlace::system);
  }
  for (const char* folder : {"/home/anna/k/.git", "/home/anna/k/.git/site", "/srv/.git/a/b"})
    CHECK(barred_place(folder, home) == BarredPlace::git);
}

TEST_CASE("a folder for a site is free") {
  for (const char* folder :
       {"/home/anna/site", "/home/annas", "/home/bo/site", "/srv/www/natverk", "/var/www/html", "/usr/local/www",
        "/usr/share/nginx/html", "/opt/natverk", "/tmp/a", "/run/user/1000/site", "/dev/shm/site", "/etcetera", "/mnt",
        "/srv", "/home/anna/.github", "/home/anna/a.git/site", "/root/site"}) {
    INFO(folder);
    CHECK_FALSE(barred_place(folder, "/home/anna").has_value());
  }
  CHECK_FALSE(barred_place("/srv/www", "").has_value());
}
