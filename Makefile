# The front desk; each of these installs what is missing first.
.PHONY: site test serve bench
site: ; ./traff build
test: ; ./traff test
serve: ; ./traff serve
bench: ; ./traff test bench
