#ifdef TRAFF_HAS_LIBYAML

#include "yaml_value.h"

#include <yaml.h>

#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace traff::testing {

namespace {

using json = nlohmann::ordered_json;

class Composer {
 public:
  explicit Composer(yaml_document_t& document) : document_(document) {}

  json value(int index) const {
    const yaml_node_t* node = yaml_document_get_node(&document_, index);
    REQUIRE(node != nullptr);
    switch (node->type) {
      case YAML_MAPPING_NODE: return mapping(*node);
      case YAML_SEQUENCE_NODE: return sequence(*node);
      case YAML_SCALAR_NODE:
        return std::string(reinterpret_cast<const char*>(node->data.scalar.value), node->data.scalar.length);
      case YAML_NO_NODE: break;
    }
    return nullptr;
  }

 private:
  json mapping(const yaml_node_t& node) const {
    json object = json::object();
    for (const yaml_node_pair_t* pair = node.data.mapping.pairs.start; pair < node.data.mapping.pairs.top; ++pair) {
      const std::string key = value(pair->key).get<std::string>();
      INFO(key);
      REQUIRE_FALSE(object.contains(key));
      object[key] = value(pair->value);
    }
    return object;
  }

  json sequence(const yaml_node_t& node) const {
    json list = json::array();
    for (const yaml_node_item_t* item = node.data.sequence.items.start; item < node.data.sequence.items.top; ++item)
      list.push_back(value(*item));
    return list;
  }

  yaml_document_t& document_;
};

}  // namespace

json yaml_value(const std::string& text) {
  yaml_parser_t parser;
  REQUIRE(yaml_parser_initialize(&parser) == 1);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  yaml_document_t document;
  const int loaded = yaml_parser_load(&parser, &document);
  INFO((parser.problem != nullptr ? parser.problem : "") << ", line " << parser.problem_mark.line + 1);
  const std::unique_ptr<yaml_parser_t, decltype(&yaml_parser_delete)> keep_parser(&parser, yaml_parser_delete);
  REQUIRE(loaded == 1);
  const std::unique_ptr<yaml_document_t, decltype(&yaml_document_delete)> keep(&document, yaml_document_delete);
  return Composer(document).value(1);
}

}  // namespace traff::testing

#endif
